"""Places by how long it takes from somewhere. The point is in nobody's row, session or address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator

from kindling.kit.text import plain
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.queries.cards import PlaceCard, cards_of
from kindling.sites.queries.filters import Filters, age_of, narrowed
from kindling.sites.queries.finding import with_wishes
from kindling.sites.travel import straight_minutes
from kindling.travel.walking import Point

FACTS = ("pk", "days", "starts_at", "ends_at", "site__latitude", "site__longitude")
MOST_STOPS = 8


@dataclass(frozen=True)
class Reached:
    """Places within reach, the soonest first, and how many need a car from there."""

    found: tuple[tuple[int, int], ...]  # place, minutes
    need_car: int

    def page(
        self, viewer: Viewer, student: Student | None, number: str, size: int
    ) -> tuple[Page[Any], list[PlaceCard]]:
        """One page of them, in two statements."""
        page = Paginator(self.found, size).get_page(number)
        minutes = dict(page)
        rows = rules.visible_opportunities(viewer).for_cards().filter(pk__in=minutes)
        cards = {
            card.place.pk: card for card in cards_of(with_wishes(rows, viewer), viewer, student)
        }
        by_timetable = viewer.school.timetable_until is not None
        return page, [
            replace(cards[pk], minutes=n, needs_car=False, by_timetable=by_timetable)
            for pk, n in page
            if pk in cards
        ]


def reached_from(
    viewer: Viewer, student: Student | None, filters: Filters, point: Point, most: int
) -> Reached:
    """Work out the minutes to every place that meets the filters and has hours and a position.

    most: 0 asks for all. Two statements; without a timetable one, in straight lines.
    """
    near = replace(filters, q="", minutes=0, order="")
    places = narrowed(rules.visible_opportunities(viewer), near, viewer, age_of(student, viewer))
    known = places.filter(site__latitude__isnull=False, site__longitude__isnull=False)
    rows = list(known.order_by("title", "pk").values_list(*FACTS))
    by_timetable = viewer.school.timetable_until is not None
    found = _by_timetable(viewer.school, point, rows) if by_timetable else _straight(point, rows)
    reached = [(pk, minutes) for pk, minutes in found if minutes is not None]
    need_car = len(found) - len(reached)
    reached = [(pk, minutes) for pk, minutes in reached if not most or minutes <= most]
    return Reached(tuple(sorted(reached, key=lambda one: one[1])), need_car)


def _straight(point: Point, rows: Sequence[Any]) -> list[tuple[int, int | None]]:
    return [(row[0], straight_minutes(point, (row[4], row[5]))) for row in rows]


def _by_timetable(
    school: School, point: Point, rows: Sequence[Any]
) -> list[tuple[int, int | None]]:
    from kindling.travel.held import days_of  # noqa: PLC0415  numpy, when it is asked for
    from kindling.travel.ways import Place, ways_between  # noqa: PLC0415

    days = days_of(school)
    timed = [row for row in rows if row[1] and row[2] and row[3]]
    if days is None:
        return _straight(point, rows)
    places = [
        Place((row[4], row[5]), tuple(map(int, row[1].split(","))), row[2], row[3]) for row in timed
    ]
    ways = ways_between(days, point, places)
    return [
        (row[0], way.there.minutes if way.there else None)
        for row, way in zip(timed, ways, strict=True)
    ]


def stops_called(school: School, words: str) -> dict[str, Point]:
    """Return stops whose name is, or has, these words: name → where. At most a few."""
    from kindling.travel.held import days_of  # noqa: PLC0415  numpy, when it is asked for

    days, asked = days_of(school), plain(words).split()
    if days is None or not asked:
        return {}
    found: dict[str, Point] = {}
    for name, point in zip(days.timetable.names, days.timetable.points, strict=True):
        folded = plain(name)
        if folded.split() == asked:
            return {name: point}
        if all(word in folded for word in asked) and len(found) < MOST_STOPS:
            found.setdefault(name, point)
    return found
