"""How far students came, in sums that point at nobody. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
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
    lost: frozenset[str] = frozenset()  # what stood in the way of places this year: REASONS

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
    students: int | None
    counts: tuple[int | None, ...]
    hours: int | None  # confirmed, for each student
    lost: dict[str, int | None]  # by REASONS
    is_small: bool  # so few students that nothing is told
    weeks: int | None = None  # half of those without an internship wait longer


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
# EndedWhy of placements, and a permission that ran out with nobody saying why.
REASONS = ("travel", "papers", "age", "silence", "elsewhere", "fit", "other", "time")

# "students", "minutes", GROUPED and REASONS → a number
type Tally = Mapping[str, int]


def tally_of(ways: Collection[Way]) -> Tally:
    """Sum up some ways: numbers of students, and confirmed minutes."""
    return {
        "students": len(ways),
        "minutes": sum(way.minutes for way in ways),
        **{key: sum(getattr(way, key) for way in ways) for key in GROUPED},
        **{why: sum(why in way.lost for way in ways) for why in REASONS},
    }


def grouped(ways: Iterable[Way], by: str) -> dict[str, list[Way]]:
    """The ways of each group."""
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(getattr(way, by), []).append(way)
    return found


def groups_of(ways: Iterable[Way], by: str, today: date) -> list[GroupRow]:
    """Return the groups by name; small ones without numbers."""
    found = grouped(ways, by)
    rows = rows_of({label: tally_of(some) for label, some in found.items()})
    return [replace(row, weeks=waits_of(found[row.label], today).weeks) for row in rows]


def rows_of(tallies: Mapping[str, Tally]) -> list[GroupRow]:
    """Return what can be told of each group, by name: of small ones nothing.

    No hidden number follows from the sum, which stands above.
    """
    small = {label for label, tally in tallies.items() if tally["students"] < SMALLEST}
    told = {
        key: shown_beside_sum({label: tally.get(key, 0) for label, tally in tallies.items()}, small)
        for key in ("students", *GROUPED, *REASONS)
    }
    return [
        GroupRow(
            label,
            told["students"][label],
            tuple(told[key][label] for key in GROUPED),
            hours_each(tallies[label]),
            {why: told[why][label] for why in REASONS},
            label in small,
        )
        for label in sorted(tallies)
    ]


def hours_each(tally: Tally) -> int | None:
    """Whole confirmed hours for each student of the group; None for a small group."""
    if tally["students"] < SMALLEST:
        return None
    return round(tally["minutes"] / 60 / tally["students"])


@dataclass(frozen=True)
class Waits:
    """Students without an internship now. None: too few to say. Half of them wait longer."""

    students: int | None
    weeks: int | None


def waits_of(ways: Iterable[Way], today: date, *, own: bool = False) -> Waits:
    """How many are at no internship, and for how many weeks: since the last, or since they came."""
    days = [max(0, (today - way.since_on).days) for way in ways if not way.is_running]
    number = len(days) if own else shown(len(days))
    return Waits(number, int(median(days)) // 7 if days and number else None)


def lost_of(ways: Collection[Way], *, own: bool = False) -> list[tuple[str, int | None]]:
    """How many students lost a place to each reason that anybody named, the most first."""
    tally = tally_of(ways)
    told = [(why, tally[why] if own else shown(tally[why])) for why in REASONS if tally[why]]
    return sorted(told, key=lambda row: -(row[1] or 0))
