"""A school's timetable as it is kept: arrays in a few megabytes instead of a million rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from io import BytesIO
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kindling.travel.walking import BETWEEN, Nearby, Point

DAY = 24 * 60 * 60
GETS_IN, GETS_OUT = 1, 2
WEEK = range(7)

type Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Timetable:
    """One week as it usually runs. Times are seconds of the day, and may lie beyond midnight.

    A trip is the rows offsets[n] … offsets[n + 1] of stop, comes, leaves and doors (GETS_IN |
    GETS_OUT). days[n] has a bit for each weekday on which it runs; Monday is the first.
    """

    names: tuple[str, ...]
    places: NDArray[np.float64]  # latitude and longitude of each stop
    offsets: Numbers
    days: NDArray[np.uint8]
    stop: Numbers
    comes: Numbers
    leaves: Numbers
    doors: NDArray[np.uint8]
    feet: Numbers  # (from stop, to stop, seconds)

    def packed(self) -> bytes:
        """Return all of it as bytes."""
        arrays = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "names"}
        told = np.frombuffer(json.dumps(self.names).encode(), np.uint8)
        file = BytesIO()
        np.savez_compressed(file, names=told, **arrays)
        return file.getvalue()

    @classmethod
    def unpacked(cls, content: bytes) -> Timetable:
        """Read what `packed` made."""
        with np.load(BytesIO(content), allow_pickle=False) as file:
            arrays = {one.name: file[one.name] for one in fields(cls) if one.name != "names"}
            names = json.loads(file["names"].tobytes())
        return cls(names=tuple(names), **arrays)

    @cached_property
    def points(self) -> list[Point]:
        return [(latitude, longitude) for latitude, longitude in self.places.tolist()]

    @cached_property
    def nearby(self) -> Nearby:
        return Nearby(self.points)

    def on_foot(self, *, home: bool) -> list[list[tuple[int, int]]]:
        """For each stop, where one can walk to and in how many seconds; home: walk from."""
        around: list[list[tuple[int, int]]] = [[] for _name in self.names]
        for start, end, seconds in self.feet.tolist():
            if home:
                around[end].append((start, seconds))
            else:
                around[start].append((end, seconds))
        return around

    def pattern(self, weekday: int) -> bytes:
        """Return what tells one weekday's trips from another's."""
        return self._runs(weekday).tobytes() + self._runs((weekday - 1) % 7).tobytes()

    def hops(self, weekday: int, *, home: bool) -> Numbers:
        """All hops of a weekday as columns in the order a scan needs; home: read backwards (scan.py).

        What runs beyond midnight belongs to the next day's first hours too.
        """
        today = self._hops_of(self._runs(weekday), 0)
        late = self._hops_of(self._runs((weekday - 1) % 7), DAY)
        late = late[:, late[1] > 0]
        both = np.concatenate([today, late], axis=1)
        if home:
            both = np.stack([-both[1], -both[0], both[3], both[2], both[4], both[6], both[5]])
            both = both[:, ::-1]
        both = both[:, np.argsort(both[0], kind="stable")]
        return both.astype(np.int32)

    def _runs(self, weekday: int) -> NDArray[np.bool_]:
        return (self.days & (1 << weekday)) > 0

    def _hops_of(self, runs: NDArray[np.bool_], earlier: int) -> NDArray[np.int64]:
        """Hops of these trips as columns: leaves, comes, from, to, trip, gets in, gets out."""
        trip = np.repeat(np.arange(len(self.days)), np.diff(self.offsets))
        rows = np.flatnonzero(runs[trip[:-1]] & (trip[:-1] == trip[1:]))
        shift = len(self.days) if earlier else 0  # yesterday's run of a trip is another vehicle
        return np.stack(
            [
                self.leaves[rows] - earlier,
                self.comes[rows + 1] - earlier,
                self.stop[rows],
                self.stop[rows + 1],
                trip[rows] + shift,
                (self.doors[rows] & GETS_IN) > 0,
                (self.doors[rows + 1] & GETS_OUT) > 0,
            ]
        ).astype(np.int64)


def feet_between(points: Sequence[Point], lines: Sequence[set[int]]) -> Numbers:
    """Return which stops one walks between, (from, to, seconds).

    lines: for each stop, which lines call there. Nobody walks to a line that they leave just here,
    and of a line that passes near they walk to the nearest stop.
    """
    nearby, rows = Nearby(points), []
    for number, point in enumerate(points):
        around, known = nearby.around(point, BETWEEN), set(lines[number])
        for other in sorted(around, key=around.__getitem__):
            if other != number and not lines[other] <= known:
                known |= lines[other]
                rows.append((number, other, around[other] + 60))
    return np.array(rows, np.int32).reshape(-1, 3)


def lines_at(stops: int, offsets: Numbers, stop: Numbers) -> list[set[int]]:
    """Return which lines call at each stop. Trips with the same stops are one line."""
    known: dict[tuple[int, ...], int] = {}
    lines: list[set[int]] = [set() for _stop in range(stops)]
    calls = stop.tolist()
    for first, last in pairwise(offsets.tolist()):
        way = tuple(calls[first:last])
        if way not in known:
            known[way] = len(known)
            for one in way:
                lines[one].add(known[way])
    return lines
