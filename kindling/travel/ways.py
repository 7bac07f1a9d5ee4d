"""How long somebody is on the way between one point and many places, at each place's own hours.

Pure: nothing here asks the database or keeps a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import time

import numpy as np

from kindling.travel.scan import EARLY, MOST, Arrivals, Feet, Hop, Way, scan, way_by
from kindling.travel.timetable import Numbers, Timetable
from kindling.travel.walking import TO_A_STOP, Point, walk

type Near = dict[int, int]


@dataclass(frozen=True)
class Place:
    """Where somebody is expected, on which weekdays (Monday is 0), from when until when."""

    at: Point
    days: tuple[int, ...]
    starts_at: time
    ends_at: time


@dataclass(frozen=True)
class Ways:
    """There and home on the worst of the days on which there are both; none: it needs a car."""

    there: Way | None = None
    home: Way | None = None
    days: tuple[int, ...] = ()

    @property
    def needs_car(self) -> bool:
        return not self.days


@dataclass
class Days:
    """What a process keeps of a timetable: the hops of each kind of weekday, made when asked for."""

    timetable: Timetable
    made: dict[tuple[bytes, bool], Numbers] = field(default_factory=dict)
    feet: dict[bool, Feet] = field(default_factory=dict)
    kinds: dict[int, bytes] = field(default_factory=dict)

    def kind(self, weekday: int) -> bytes:
        """The same for weekdays on which the same trips run."""
        if weekday not in self.kinds:
            self.kinds[weekday] = self.timetable.pattern(weekday)
        return self.kinds[weekday]

    def hops(self, weekday: int, span: tuple[int, int], *, home: bool) -> Iterator[Hop]:
        """Go through the hops that leave within these seconds of a weekday."""
        key = (self.kind(weekday), home)
        if key not in self.made:
            self.made[key] = self.timetable.hops(weekday, home=home)
        made = self.made[key]
        first, last = np.searchsorted(made[0], [span[0], span[1] + 1])
        columns = [column[first:last].tolist() for column in made]
        return zip(*columns, strict=True)

    def on_foot(self, *, home: bool) -> Feet:
        if home not in self.feet:
            self.feet[home] = self.timetable.on_foot(home=home)
        return self.feet[home]


def ways_between(days: Days, point: Point, places: Sequence[Place]) -> list[Ways]:
    """Return the ways between the point and each place, in the order of the places."""
    journey = Journey(days, point, places)
    near: dict[Point, Near] = {}
    found = []
    for place in places:
        if place.at not in near:
            near[place.at] = days.timetable.nearby.around(place.at, TO_A_STOP)
        found.append(journey.ways(place, near[place.at]))
    return found


class Journey:
    """The scans of one question, each made once: for each kind of weekday, there and home."""

    def __init__(self, days: Days, point: Point, places: Sequence[Place]) -> None:
        self.days, self.point = days, point
        self.near = days.timetable.nearby.around(point, TO_A_STOP)
        starts = [seconds(place.starts_at) for place in places]
        ends = [-seconds(place.ends_at) for place in places]
        self.spans = {False: span_of(starts), True: span_of(ends)}
        self.scans: dict[tuple[bytes, bool], dict[int, Arrivals]] = {}
        self.known: dict[tuple[Point, bytes, bool, int], Way | None] = {}

    def ways(self, place: Place, near: Near) -> Ways:
        walked = walk(self.point, place.at)
        days, there, home = [], [], []
        for day in place.days:
            come = self.way(place, day, near, walked, home=False)
            back = self.way(place, day, near, walked, home=True)
            if come and back:
                days.append(day)
                there.append(come)
                home.append(back)
        if not days:
            return Ways()
        return Ways(max(there, key=_length), max(home, key=_length), tuple(days))

    def way(self, place: Place, day: int, near: Near, walked: int, *, home: bool) -> Way | None:
        by = -seconds(place.ends_at) if home else seconds(place.starts_at)
        key = (place.at, self.days.kind(day), home, by)
        if key not in self.known:
            way = way_by(self.came(day, home=home), near, walked, by)
            self.known[key] = Way(-way.come, -way.leave, way.on_foot) if way and home else way
        return self.known[key]

    def came(self, day: int, *, home: bool) -> dict[int, Arrivals]:
        key = (self.days.kind(day), home)
        if key not in self.scans:
            hops = self.days.hops(day, self.spans[home], home=home)
            self.scans[key] = scan(hops, self.days.on_foot(home=home), self.near)
        return self.scans[key]


def span_of(ends: Sequence[int]) -> tuple[int, int]:
    """Return from when until when hops matter."""
    return (min(ends) - MOST - EARLY, max(ends)) if ends else (0, 0)


def seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def clocks(way: Way) -> tuple[time, time]:
    """Return when one leaves and is there, as a wall clock says it: never too late, never too early."""
    minutes = (way.leave // 60 % (24 * 60), -(-way.come // 60) % (24 * 60))
    leave, come = (time(minute // 60, minute % 60) for minute in minutes)
    return leave, come


def _length(way: Way) -> int:
    return way.come - way.leave
