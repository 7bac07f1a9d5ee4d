"""Places that nobody reaches without a car at their hours: how many, of which areas, which ones."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from kindling.interests.areas import LOOK, Area
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity, OpportunityQuerySet


@dataclass(frozen=True)
class AreaCount:
    """An interest area: its places that need a car, of those whose way is known."""

    area: Area
    need_car: int
    known: int

    @property
    def icon(self) -> str:
        return LOOK[self.area][0]

    @property
    def hue(self) -> int:
        return LOOK[self.area][1]


@dataclass(frozen=True)
class Cars:
    """The whole school's count; `unknown` places have no position, no hours, or are not worked out."""

    need_car: int
    known: int
    unknown: int
    areas: tuple[AreaCount, ...]


NEEDS = Q(commute__isnull=False, commute__minutes__isnull=True)


def without_closed(viewer: Viewer) -> OpportunityQuerySet:
    return rules.visible_opportunities(viewer).exclude(state=Opportunity.State.CLOSED)


def cars(viewer: Viewer) -> Cars:
    """Count open and paused places. Two statements."""
    places = without_closed(viewer)
    told = places.order_by().aggregate(
        every=Count("pk"),
        known=Count("pk", filter=Q(commute__isnull=False)),
        need=Count("pk", filter=NEEDS),
    )
    rows = (
        rules.visible_areas(viewer)
        .filter(opportunity__in=places, opportunity__commute__isnull=False)
        .values("area")
        .annotate(
            known=Count("pk"),
            need=Count("pk", filter=Q(opportunity__commute__minutes__isnull=True)),
        )
        .order_by("-need", "area")
    )
    areas = [AreaCount(Area(row["area"]), row["need"], row["known"]) for row in rows]
    return Cars(
        need_car=told["need"],
        known=told["known"],
        unknown=told["every"] - told["known"],
        areas=tuple(area for area in areas if area.need_car),
    )


def need_car(viewer: Viewer) -> OpportunityQuerySet:
    """The places that need a car, by name."""
    return without_closed(viewer).for_list().filter(NEEDS)
