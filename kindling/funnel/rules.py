"""Who reads how far students come, and whose names stand beside the sums."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kindling.funnel.models import SharedWays
from kindling.network.rules import shared_of
from kindling.network.viewer import NetworkViewer
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_see_funnel(viewer: Viewer) -> bool:
    """Leaders and coaches of the school, advisors of their own students. No pass."""
    return not viewer.purpose and (viewer.is_leader or viewer.is_a(Role.ADVISOR, Role.COACH))


def may_see_names(viewer: Viewer) -> bool:
    """A coach reads sums and never a name."""
    return not viewer.purpose and (viewer.is_leader or viewer.is_a(Role.ADVISOR))


def counted_students(viewer: Viewer) -> QuerySet[Any]:
    """The enrolled students who count: all for leaders and coaches, an advisor's own."""
    enrolled = Student.objects.filter(school=viewer.school, state=Student.State.ENROLLED)
    if not (may_see_funnel(viewer) or viewer.is_a(Role.SYSTEM)):
        return enrolled.none()
    if viewer.is_leader or viewer.is_a(Role.COACH, Role.SYSTEM):
        return enrolled
    return visible_students(viewer, Matter.PLAN).filter(state=Student.State.ENROLLED)


def is_of_own(viewer: Viewer) -> bool:
    """Say whether the sums are of the viewer's own students, whose steps they see by name."""
    return not viewer.is_leader and viewer.is_a(Role.ADVISOR)


def named_students(keys: list[int]) -> QuerySet[Student]:
    """Those students with their names; the caller took the keys from counted_students()."""
    return Student.objects.filter(pk__in=keys).select_related("person")


def shared_ways(viewer: NetworkViewer) -> QuerySet[SharedWays]:
    """The sums of the schools that show them to this network today, by name."""
    schools = shared_of(viewer.network.pk).values("school")
    rows: QuerySet[SharedWays] = SharedWays.objects.filter(school__in=schools)
    return rows.select_related("school").order_by("school__name", "pk")
