"""Shadow days that are planned without a pursuit, for clearance below us: it knows no such day."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from kindling.clearance.items import Stage
from kindling.clearance.pairs import Pair, find_with
from kindling.exploring.models import ShadowDay
from kindling.exploring.rules import visible_shadow_days
from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.schools.viewer import Viewer


def register() -> None:
    """Tell clearance. AppConfig.ready calls it once a process."""
    find_with(pairs_of)


def pairs_of(viewer: Viewer, student: Student | None) -> list[Pair]:
    """Who has a shadow day ahead at a place they hold no seat of, each place once. One statement."""
    if viewer.purpose:
        return []
    held = Pursuit.objects.filter(
        student=OuterRef("student"), opportunity=OuterRef("opportunity"), state__in=Pursuit.LIVE
    )
    days = visible_shadow_days(viewer).filter(
        ~Exists(held), state__in=ShadowDay.AHEAD, on__gte=viewer.school.today()
    )
    if student is not None:
        days = days.filter(student=student)
    found: dict[tuple[int, int], Pair] = {}
    for day in days.order_by("on", "pk"):
        pair = Pair(day.student, day.opportunity, Stage.SHADOW, day.host, since_on=day.on)
        found.setdefault((day.student_id, day.opportunity_id), pair)
    return list(found.values())
