"""Geometry for the drawings in `ui/data.html` and `ui/status.html`: the templates only draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any
from zlib import crc32

from markupsafe import Markup

from kindling.ui.faces import Face, face
from kindling.ui.quick import markup, plain


@dataclass(frozen=True)
class Dot:
    """One person in a histogram: where the dot stands and whose it is."""

    x: float
    y: float
    face: Face
    name: str
    value: float


@dataclass(frozen=True)
class Dots:
    """A dot histogram on a canvas of `width` by `height`; `floor` is the axis."""

    width: float
    height: float
    floor: float
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, int], ...]
    mark_x: float | None
    mark: float | None

    @property
    def drawing(self) -> Markup:
        """The dots with their letters. In Python: templates reckon ten times slower."""
        drawn = [
            f'<circle class="dot hue-{dot.face.hue}" cx="{dot.x}" cy="{dot.y}" r="11.5"/>'
            f'<text class="dot-l fill-{dot.face.hue}" x="{dot.x}" y="{dot.y + 3.5}">'
            f"{plain(dot.face.initials)}</text>"
            for dot in self.dots
        ]
        return markup("".join(drawn))

    @property
    def rows(self) -> list[tuple[str, float]]:
        """(name, value with one decimal), by name."""
        return sorted((dot.name, round(dot.value, 1)) for dot in self.dots)

    def table(self, unit: str = "") -> Markup:
        """The same as rows of a table."""
        after = f" {plain(unit)}" if unit else ""
        drawn = [
            f'<tr><th scope="row">{plain(name)}</th><td>{value}{after}</td></tr>'
            for name, value in self.rows
        ]
        return markup("".join(drawn))


def dot_histogram(
    people: Iterable[tuple[Any, float]], *, mark: float | None = None, step: int = 10
) -> Dots:
    """Stack one dot for each (person, value) into columns `step` wide.

    `mark` is the value hoped for by now. The axis ends after the largest of all, at least at 5
    steps. The drawing is 262 wide and as high as its tallest column.
    """
    rows = sorted(people, key=lambda row: row[1])
    top = max([step * 5.0, mark or 0, *(value for _, value in rows)])
    columns = int(top // step) + 1
    width, radius = 262.0, 11.5
    pitch = min((width - 8) / columns, 2 * radius + 2)
    stacks: dict[int, int] = {}
    placed: list[tuple[float, int, Any, float]] = []
    for who, value in rows:
        column = int(value // step)
        stacks[column] = stacks.get(column, 0) + 1
        placed.append((4 + (column + 0.5) * pitch, stacks[column], who, value))
    tallest = max(stacks.values(), default=1)
    floor = tallest * (2 * radius + 2) + 20
    dots = tuple(
        Dot(round(x, 1), round(floor - (n - 0.5) * (2 * radius + 2), 1), face(who), name_of(who), v)
        for x, n, who, v in placed
    )
    every = 2 if columns <= 12 else 5  # noqa: PLR2004  fewer words under a long axis
    ticks = tuple((round(4 + n * pitch, 1), n * step) for n in range(0, columns + 1, every))
    mark_x = round(4 + mark / step * pitch, 1) if mark is not None else None
    return Dots(width, floor + 24, floor, dots, ticks, mark_x, mark)


@dataclass(frozen=True)
class Spot:
    """A place on the travel rings, 300 by 300 with the school in the middle."""

    x: float
    y: float
    hue: int
    icon: str
    label: str
    minutes: int

    @property
    def label_y(self) -> float:
        """The label stands away from the middle: above in the upper half, below in the lower."""
        return self.y - 20 if self.y < MIDDLE else self.y + 28


@dataclass(frozen=True)
class Rings:
    """Places round the school; the outer ring stands for `farthest` minutes."""

    spots: tuple[Spot, ...]
    farthest: int


MIDDLE, OUTER, EDGE, NEAREST = 150.0, 122.0, 128.0, 40.0
SKY = 0.6  # the top is kept for the rings' own words
SCALES = (6, 10, 20, 30, 60, 90)  # minutes


def ring_spots(places: Iterable[Any]) -> Rings:
    """Put places with `minutes`, `hue`, `icon` and `label` round the school by travel time.

    They unroll from the nearest to the farthest: the direction says nothing, no position leaks.
    """
    ordered = sorted(places, key=lambda place: (place.minutes, place.label))
    longest = ordered[-1].minutes if ordered else 0
    farthest = next((scale for scale in SCALES if scale >= longest), SCALES[-1])
    spots = []
    for n, place in enumerate(ordered):
        far = min(max(place.minutes / farthest * OUTER, NEAREST), EDGE)
        angle = -pi / 2 + SKY + (n + 0.5) / len(ordered) * 2 * (pi - SKY)
        x, y = round(MIDDLE + far * cos(angle), 1), round(MIDDLE + far * sin(angle), 1)
        spots.append(Spot(x, y, place.hue, place.icon, place.label, place.minutes))
    return Rings(tuple(spots), farthest)


def name_of(who: Any) -> str:
    return who if isinstance(who, str) else str(who.name)


def hue_of(word: str) -> int:
    """Return the hue of 1-8 that a word (an interest area, a kind of event) always has."""
    return crc32(word.encode()) % 8 + 1
