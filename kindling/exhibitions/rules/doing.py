"""Who prepares an exhibition, who leads it, whose answer it is."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.exhibitions.models import Exhibition, Feedback, Panelist
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import is_own, is_own_advisor, own_advisees, visible_students
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

JOIN_EXHIBITION = "join_exhibition"  # a pass; its subject is one exhibition
GUIDES = (Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)


def guided(viewer: Viewer) -> QuerySet[Student]:
    """The viewer as a student, and the students they advise: never a guardian's children."""
    mine = Q(person=viewer.person_id or 0) if viewer.is_a(Role.STUDENT) else Q(pk__in=[])
    if viewer.is_a(Role.ADVISOR):
        mine |= Q(pk__in=own_advisees(viewer))
    found: QuerySet[Student] = Student.objects.filter(mine, school=viewer.school)
    return found.none() if viewer.purpose else found


def guides(viewer: Viewer, student: Student) -> bool:
    """Whoever answers for the student: their own advisor, coordinator and principal."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    return viewer.is_a(*GUIDES) or is_own_advisor(viewer, student)


def leads(viewer: Viewer, exhibition: Exhibition) -> bool:
    """Who stands beside the student: the one named as its advisor, or whoever guides them."""
    if viewer.purpose or exhibition.school_id != viewer.school.pk:
        return False
    if exhibition.advisor_id == viewer.person_id and viewer.is_staff:
        return True
    return guides(viewer, exhibition.student)


def may_prepare(viewer: Viewer, exhibition: Exhibition) -> bool:
    """Name panelists, write the agenda, choose what is shown: the student and who leads it."""
    return is_own(viewer, exhibition.student) or leads(viewer, exhibition)


def may_schedule(viewer: Viewer, exhibition: Exhibition) -> bool:
    """Set and move the date, put it off: who leads it."""
    return leads(viewer, exhibition)


def may_edit_kinds(viewer: Viewer) -> bool:
    """What kinds there are is the principal's, the coordinator's or an administrator's choice."""
    hats = (Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)
    return viewer.is_a(*hats) and not viewer.purpose


def may_plan(viewer: Viewer, student: Student) -> bool:
    """Begin one: the student, and who guides them."""
    return is_own(viewer, student) or guides(viewer, student)


def is_a_planner(viewer: Viewer) -> bool:
    """Whether there is anybody for whom the viewer might begin one."""
    hats = (Role.STUDENT, Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)
    return viewer.is_a(*hats) and not viewer.purpose


def plannable_students(viewer: Viewer) -> QuerySet[Student]:
    """For whom the viewer may begin one."""
    found = visible_students(viewer, Matter.WORK).filter(state=Student.State.ENROLLED)
    if not viewer.is_a(*GUIDES):
        found = found.filter(pk__in=guided(viewer))
    return found.order_by("person__sort_name", "pk")


def may_show(viewer: Viewer, exhibition: Exhibition) -> bool:
    """What is shown and who sees it beforehand is the student's choice alone."""
    return is_own(viewer, exhibition.student)


def may_answer(viewer: Viewer, panelist: Panelist) -> bool:
    """Each for themselves: signed in, or with the link to this exhibition."""
    mine = panelist.person_id == viewer.person_id and panelist.off_at is None
    if viewer.person_id is None or panelist.school_id != viewer.school.pk:
        return False
    if viewer.purpose:
        return mine and viewer.holds(JOIN_EXHIBITION, panelist.exhibition.public_id)
    return mine


def may_say(viewer: Viewer, feedback: Feedback) -> bool:
    """Who was asked to listen, for themselves."""
    mine = feedback.person_id == viewer.person_id and feedback.school_id == viewer.school.pk
    return mine and viewer.person_id is not None and not viewer.purpose


def may_read_programme(viewer: Viewer) -> bool:
    """Before it is public: whoever learns or works here, and families."""
    return viewer.is_a(*STAFF, Role.STUDENT, Role.GUARDIAN) and not viewer.purpose
