"""What waits in courses: a student for a place, a meeting for its attendance, a course for its end."""

from __future__ import annotations

from datetime import datetime, time

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.models import Course, CoursePlace
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """For teachers, and leaders where nobody of the school teaches. Two statements at most."""
    if not rules.may_offer_course(viewer):
        return []
    return [*_to_answer(viewer), *_to_finish(viewer)]


def _taught(viewer: Viewer) -> QuerySet[Course]:
    """What is this viewer's to keep: their own, and a leader's where nobody is named."""
    mine = Q(teacher=viewer.person_id)
    if viewer.is_leader:
        mine |= Q(teacher__isnull=True)
    return rules.visible_courses(viewer).filter(mine, state=Course.State.ON)


@ready
def _asked(viewer: Viewer) -> QuerySet[CoursePlace]:
    rows = rules.visible_places(viewer).filter(state=CoursePlace.State.ASKED)
    rows = rows.filter(course__in=_taught(viewer).values("pk"))
    return rows.order_by("created_at", "pk")[:MOST]


@ready
def _over(viewer: Viewer) -> QuerySet[Course]:
    rows = _taught(viewer).filter(ends_on__lt=viewer.school.today())
    return rows.order_by("ends_on", "pk")[:MOST]


def _to_answer(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"course.ask:{one.public_id}",
            say=_("%(name)s asks for a place in %(course)s.")
            % {"name": one.student.first, "course": one.course.title},
            url=one.course.get_absolute_url(), holds_up=HoldsUp.STUDENT, since=one.created_at,
            who=one.student.name, icon="graduation-cap",
        )
        for one in _asked(viewer)
    ]  # fmt: skip


def _to_finish(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"course.finish:{one.public_id}",
            say=_("%(course)s is over. Write a word for each student.") % {"course": one.title},
            url=one.get_absolute_url(), holds_up=HoldsUp.STAFF,
            since=datetime.combine(one.ends_on, time(), viewer.school.zone),
            icon="graduation-cap",
        )
        for one in _over(viewer)
    ]  # fmt: skip
