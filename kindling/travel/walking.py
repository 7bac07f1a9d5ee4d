"""On foot: how long it takes from here to there, and which stops are near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import asin, cos, floor, radians, sin, sqrt

EARTH = 6_371_000.0  # metres
PACE = 4800 / 3600 / 1.3  # metres a second in a straight line: 4.8 km/h, and streets bend
TO_A_STOP = 20 * 60  # seconds that somebody walks to the first stop, or from the last
BETWEEN = 8 * 60  # and from stop to stop
CELL = 0.02  # degrees: more than somebody walks to a stop, up to the 60th parallel

type Point = tuple[float, float]  # latitude, longitude


def metres(one: Point, other: Point) -> float:
    """Return the straight line between two points."""
    here, there = radians(one[0]), radians(other[0])
    half = sin((there - here) / 2) ** 2
    half += cos(here) * cos(there) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(half, 1)))


def walk(one: Point, other: Point) -> int:
    """Return about how many seconds it is on foot."""
    return round(metres(one, other) / PACE)


class Nearby:
    """Points in squares, so that few are looked at."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self.cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for number, point in enumerate(points):
            self.cells[cell_of(point)].append(number)

    def around(self, point: Point, most: int) -> dict[int, int]:
        """Return the numbers of the points within so many seconds, and how far each is."""
        found = {}
        for number in self.candidates(point):
            seconds = walk(point, self.points[number])
            if seconds <= most:
                found[number] = seconds
        return found

    def candidates(self, point: Point) -> Iterable[int]:
        row, column = cell_of(point)
        wide = 1 if abs(point[0]) < 60 else 4  # noqa: PLR2004  degrees grow narrow in the north
        for down in (-1, 0, 1):
            for right in range(-wide, wide + 1):
                yield from self.cells.get((row + down, column + right), ())


def cell_of(point: Point) -> tuple[int, int]:
    return floor(point[0] / CELL), floor(point[1] / CELL)
