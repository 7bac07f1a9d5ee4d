"""Where places are: sites on a map, each with what it offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.queries.cards import PlaceCard, cards_of
from kindling.sites.queries.filters import Filters
from kindling.sites.queries.finding import find_places

MOST = 200  # places; more dots than that tell nothing
SIDE = 600  # of the drawing
KM_A_DEGREE = 111.195


@dataclass(frozen=True)
class Spot:
    """One place, where it is, and where its dot stands in the drawing."""

    card: PlaceCard
    latitude: float
    longitude: float
    x: float
    y: float


@dataclass(frozen=True)
class Plan:
    """Dots round the school; `rings` are (kilometres, radius). `total`: places that fit."""

    spots: tuple[Spot, ...]
    rings: tuple[tuple[int, float], ...]
    total: int

    @property
    def is_cut(self) -> bool:
        return self.total > len(self.spots)


def plan_of(viewer: Viewer, filters: Filters, student: Student | None) -> Plan:
    """Places of the filters that have a position, at most MOST. Without words two statements."""
    found = find_places(viewer, filters, student)
    if not filters.q:
        found = found.filter(site__latitude__isnull=False, site__longitude__isnull=False)
    cards = cards_of(found[:MOST], viewer, student)
    total = len(found) if filters.q else found.count()
    cards = [card for card in cards if card.place.site.latitude is not None]
    return drawn(viewer.school, cards, total)


def drawn(school: School, cards: Iterable[PlaceCard], total: int) -> Plan:
    """Put each place north, south, east or west of the school, as far as it is."""
    far = [(card, *_offset(school, card)) for card in cards]
    reach = max((max(abs(east), abs(north)) for _card, east, north in far), default=1.0)
    step = next((km for km in (1, 2, 5, 10, 20, 50) if km * 2 >= reach), 100)
    scale = (SIDE / 2 - 24) / max(step * 2, reach)
    spots = tuple(
        Spot(
            card,
            card.place.site.latitude or 0,
            card.place.site.longitude or 0,
            round(SIDE / 2 + east * scale, 1),
            round(SIDE / 2 - north * scale, 1),
        )
        for card, east, north in far
    )
    rings = tuple((km, round(km * scale, 1)) for km in (step, step * 2))
    return Plan(spots, rings, total)


def _offset(school: School, card: PlaceCard) -> tuple[float, float]:
    """Kilometres east and north of the school."""
    here = (school.latitude or 0, school.longitude or 0)
    site = card.place.site
    north = ((site.latitude or 0) - here[0]) * KM_A_DEGREE
    east = ((site.longitude or 0) - here[1]) * KM_A_DEGREE * cos(radians(here[0]))
    return east, north
