"""What students want and the school has no open place for. Groups under eight stay hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from kindling.exploring import rules
from kindling.interests.areas import LOOK, Area
from kindling.kit.small import SMALLEST, shown
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


@dataclass(frozen=True)
class AreaRow:
    """One area: who is interested, who keeps a place in mind, and how many places are open.

    None: hidden, it is small. A wish is told nobody: one and none look the same.
    """

    area: str
    label: str
    icon: str
    hue: int
    interested: int | None
    wishing: int | None
    places: int

    @property
    def is_unmet(self) -> bool:
        return self.places == 0


@dataclass(frozen=True)
class WantedPlace:
    """A place that at least eight students keep in mind and that takes nobody now."""

    place: Opportunity
    students: int


@dataclass(frozen=True)
class Demand:
    """The whole page: areas without a place first, then by their names. Four statements."""

    rows: list[AreaRow]
    wanted: list[WantedPlace]

    @property
    def unmet(self) -> list[AreaRow]:
        return [row for row in self.rows if row.is_unmet]

    @property
    def met(self) -> list[AreaRow]:
        return [row for row in self.rows if not row.is_unmet]


def demand_of(viewer: Viewer) -> Demand:
    """Add up. The order follows area names alone, so that it tells nothing of hidden numbers."""
    interested = dict(
        rules.counted_interests(viewer).order_by().values_list("area")
        .annotate(n=Count("student", distinct=True))
    )  # fmt: skip
    wishing = dict(
        rules.counted_wishes(viewer).order_by().values_list("opportunity__areas__area")
        .annotate(n=Count("student", distinct=True))
    )  # fmt: skip
    places = dict(
        rules.open_places(viewer).order_by().values_list("areas__area")
        .annotate(n=Count("pk", distinct=True))
    )  # fmt: skip
    rows = [
        _row(area, interested.get(area, 0), wishing.get(area, 0), places.get(area, 0))
        for area in Area
        if interested.get(area, 0) or wishing.get(area, 0) >= SMALLEST
    ]
    return Demand(sorted(rows, key=lambda row: (row.places > 0, row.label)), _wanted(viewer))


def _row(area: Area, interested: int, wishing: int, places: int) -> AreaRow:
    icon, hue = LOOK[area.value]
    told = shown(interested), shown(wishing) or None
    return AreaRow(area.value, str(area.label), icon, hue, *told, places)


def _wanted(viewer: Viewer) -> list[WantedPlace]:
    """Full, paused or closed places with eight wishes or more, most wanted first."""
    counted = rules.counted_wishes(viewer).order_by().values_list("opportunity")
    counted = counted.annotate(n=Count("student", distinct=True)).filter(n__gte=SMALLEST)
    open_now = rules.open_places(viewer).values("pk")
    rows: Any = counted.exclude(opportunity__in=open_now).order_by("-n")[:50]
    found: dict[int, int] = dict(rows)
    named = rules.places_named(viewer, list(found))
    return sorted((WantedPlace(p, found[p.pk]) for p in named), key=lambda one: -one.students)
