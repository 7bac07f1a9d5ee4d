"""Shadow days: who sees them, who says yes, and who reads what was answered afterwards."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.exploring.models import ShadowDay
from kindling.exploring.rules.records import guides, may_enter
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import family_ties, is_own, visible_students
from kindling.placements.rules import mentors_at
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

ALLOW_SHADOW = "allow_shadow"  # a guardian's pass; its subject is one shadow day
HOST_SHADOW = "host_shadow"  # the host's pass; its subject is one shadow day


def visible_shadow_days(viewer: Viewer) -> QuerySet[ShadowDay]:
    """Whoever sees the student; behind a pass the one day it names, and only its bearer's."""
    rows: QuerySet[ShadowDay] = ShadowDay.objects.filter(school=viewer.school)
    related = (
        "student__person",
        "opportunity__site__organisation",
        "host",
        "pursuit",
        "experience",
    )
    rows = rows.select_related(*related).order_by("-on", "-pk")
    if viewer.purpose == HOST_SHADOW:
        return rows.filter(public_id__in=viewer.subjects, host=viewer.person_id)
    if viewer.purpose == ALLOW_SHADOW:
        mine = family_ties(viewer, Matter.DECIDE).filter(has_days=True)
        return rows.filter(public_id__in=viewer.subjects, student__in=mine.values("student"))
    return rows.filter(student__in=visible_students(viewer, Matter.DAYS).values("pk"))


def may_plan_shadow(viewer: Viewer, student: Student) -> bool:
    """The student, and who guides them; only while enrolled."""
    return student.state == Student.State.ENROLLED and may_enter(viewer, student)


def may_cancel(viewer: Viewer, shadow: ShadowDay) -> bool:
    """The student, and who guides them."""
    return is_own(viewer, shadow.student) or guides(viewer, shadow.student)


def may_say_family(viewer: Viewer, shadow: ShadowDay) -> bool:
    """A guardian: signed in, or with the link that names this day."""
    if viewer.purpose and not viewer.holds(ALLOW_SHADOW, shadow.public_id):
        return False
    if not viewer.purpose and not viewer.is_a(Role.GUARDIAN):
        return False
    mine = family_ties(viewer, Matter.DECIDE).filter(student=shadow.student_id, has_days=True)
    return mine.exists()


def may_say_host(viewer: Viewer, shadow: ShadowDay) -> bool:
    """The host, with the link that names this day."""
    held = viewer.holds(HOST_SHADOW, shadow.public_id)
    return held and viewer.person_id == shadow.host_id


def may_note_word(viewer: Viewer, shadow: ShadowDay) -> bool:
    """Who guides the student writes down a yes on paper or on the phone."""
    return guides(viewer, shadow.student)


def may_hold(viewer: Viewer, shadow: ShadowDay) -> bool:
    """Say that it happened: the student, the host, and who guides the student."""
    return may_say_host(viewer, shadow) or may_cancel(viewer, shadow)


def sees_answers(viewer: Viewer, shadow: ShadowDay) -> bool:
    """Who guides the student reads both answers, once both are given or the time is over."""
    return shadow.state == ShadowDay.State.DECIDED and guides(viewer, shadow.student)


def mentors_for(viewer: Viewer, opportunity: Opportunity) -> QuerySet[Person]:
    """Who can host at the place today, the lead first."""
    return mentors_at(opportunity.site, viewer.school.today())
