"""How far students came, in sums that point at nobody. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kindling.kit.small import SMALLEST, shown, shown_beside_sum, shown_of

STAGES = ("interest", "wish", "asked", "tried", "shadowed", "started", "finished")
# Nobody but the student sees a wish: an advisor's own students are counted like all others.
SECRET = frozenset({"wish"})


class Way(NamedTuple):
    """One student: groups, when they last were at an internship, and how far they came this year.

    `minutes` are confirmed ones of the year.
    """

    student: int
    grade: str
    language: str
    advisory: str
    enrolled_on: date
    last_on: date | None
    is_running: bool
    minutes: int
    interest: bool
    wish: bool
    asked: bool
    tried: bool
    shadowed: bool
    started: bool
    finished: bool

    @property
    def never_asked(self) -> bool:
        """Asked for no place this year and is at none."""
        return not (self.asked or self.started or self.is_running)

    @property
    def since_on(self) -> date:
        """Since when without an internship: the last day of the last one, or the first day here."""
        return self.last_on or self.enrolled_on


@dataclass(frozen=True)
class Step:
    """One stage. `count` None: hidden, it is small. `lost`: fewer than the stage before."""

    key: str
    count: int | None
    of: int
    lost: int | None = None

    @property
    def share(self) -> int | None:
        """Per cent of all students."""
        return None if self.count is None or not self.of else round(100 * self.count / self.of)


@dataclass(frozen=True)
class GroupRow:
    """One group. A value is None where it, or what is left of it, could point at somebody."""

    label: str
    students: int
    counts: tuple[int | None, ...]
    hours: int | None  # confirmed, for each student

    @property
    def is_small(self) -> bool:
        return self.students < SMALLEST


def steps_of(ways: list[Way], *, own: bool = False) -> list[Step]:
    """Count each stage; `own` shows small numbers of what an advisor sees by name anyway."""
    numbers = [sum(getattr(way, key) for way in ways) for key in STAGES]
    counts = [
        shown_of(number, len(ways)) if key in SECRET else number if own else shown(number)
        for key, number in zip(STAGES, numbers, strict=True)
    ]
    return [
        Step(key, counts[n], len(ways), lost_at(n, counts, numbers)) for n, key in enumerate(STAGES)
    ]


def lost_at(n: int, counts: list[int | None], numbers: list[int]) -> int | None:
    """How many fewer than the stage before; None where more came further without this stage."""
    before, now = counts[n - 1] if n else None, counts[n]
    if before is None or now is None or any(later > now for later in numbers[n + 1 :]):
        return None
    return before - now if before > now else None


GROUPED = ("asked", "shadowed", "started", "finished", "never_asked")


def groups_of(ways: Iterable[Way], by: str) -> list[GroupRow]:
    """Return the groups by name, each with GROUPED and hours; small ones without numbers."""
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(getattr(way, by), []).append(way)
    columns = [_column(found, key) for key in GROUPED]
    return [
        GroupRow(
            label,
            len(found[label]),
            tuple(column[label] for column in columns),
            hours_each(found[label]),
        )
        for label in sorted(found)
    ]


def _column(found: dict[str, list[Way]], key: str) -> dict[str, int | None]:
    """One number for each group; none that would follow from the sum, which stands above."""
    numbers = {label: sum(getattr(way, key) for way in ways) for label, ways in found.items()}
    small = [label for label, ways in found.items() if len(ways) < SMALLEST]
    return shown_beside_sum(numbers, small)


def hours_each(ways: list[Way]) -> int | None:
    """Whole confirmed hours for each student of the group; None for a small group."""
    if len(ways) < SMALLEST:
        return None
    return round(sum(way.minutes for way in ways) / 60 / len(ways))
