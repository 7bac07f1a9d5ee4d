"""A student's courses on the plan of their day. A college class stands there as own time."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from kindling.courses.models import Course, CourseDay, CoursePlace
from kindling.courses.rules import visible_places
from kindling.schedule.beside import tell_beside
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock


def register() -> None:
    """Tell schedule, which knows nothing of us. AppConfig.ready calls it once a process."""
    tell_beside(courses_on)


def courses_on(viewer: Viewer, on: date, students: list[int]) -> dict[int, list[str]]:
    """Student's key → what they have a place in on this date, with time and room. One statement."""
    rows = visible_places(viewer).filter(
        student__in=students, state=CoursePlace.State.ON, since_on__lte=on,
        course__state=Course.State.ON, course__starts_on__lte=on, course__ends_on__gte=on,
    )  # fmt: skip
    # Asked of one row: `exclude` over two columns of `days` would take any day that did not meet.
    fell_out = CourseDay.objects.filter(school=viewer.school, on=on, has_met=False)
    rows = rows.exclude(course__kind=Course.Kind.COLLEGE).exclude(
        course__in=fell_out.values("course")
    )
    found: dict[int, list[str]] = {}
    for place in rows.order_by("course__starts_at", "pk"):
        if on.weekday() in place.course.weekday_keys:
            found.setdefault(place.student_id, []).append(_sentence(place.course))
    return found


def _sentence(course: Course) -> str:
    facts = {"what": course.title, "room": course.room}
    if course.starts_at is None or course.ends_at is None:
        return course.title
    hours = {"start": clock(course.starts_at), "end": clock(course.ends_at)}
    if course.room:
        return _("%(what)s, %(start)s to %(end)s, %(room)s") % {**facts, **hours}
    return _("%(what)s, %(start)s to %(end)s") % {**facts, **hours}
