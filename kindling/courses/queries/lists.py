"""What is taught now, later and before, and how full it is."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from kindling.courses import rules
from kindling.courses.models import Course, CoursePlace
from kindling.kit.text import plain
from kindling.schools.viewer import Viewer

TAKEN = Count("places", filter=Q(places__state=CoursePlace.State.ON))
WAITING = Count("places", filter=Q(places__state=CoursePlace.State.ASKED))


def course_list(
    viewer: Viewer, *, show: str = "", kind: str = "", words: str = "", mine: bool = False
) -> QuerySet[Course]:
    """Courses that are on; `show="over"` those before. Each has `taken` and `waiting`."""
    today = viewer.school.today()
    rows = rules.visible_courses(viewer)
    if show == "over":
        rows = rows.filter(~Q(state=Course.State.ON) | Q(ends_on__lt=today)).order_by(
            "-ends_on", "title", "pk"
        )
    else:
        rows = rows.filter(state=Course.State.ON, ends_on__gte=today)
        rows = rows.order_by("title", "pk")
    if kind in Course.Kind:
        rows = rows.filter(kind=kind)
    if mine:
        rows = rows.filter(teacher=viewer.person_id)
    for word in plain(words).split():
        rows = rows.filter(Q(title__icontains=word) | Q(teacher__sort_name__contains=word))
    return rows.annotate(taken=TAKEN, waiting=WAITING)


def open_courses(viewer: Viewer) -> list[Course]:
    """What students may ask a place in now, by title; at most fifty."""
    today = viewer.school.today()
    rows = rules.visible_courses(viewer).filter(state=Course.State.ON, may_ask=True)
    rows = rows.filter(ends_on__gte=today).annotate(taken=TAKEN)
    return list(rows.order_by("title", "pk")[:50])
