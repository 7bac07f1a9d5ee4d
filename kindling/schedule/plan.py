"""Which plan holds on a date, and for whom. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, time

from kindling.schedule.letters import holds, letter_on

INTERNSHIP = "internship"
# Which of the page's eight hues a block wears.
HUES = {
    "advisory": 4, "together": 6, "class": 1, "work": 3, "internship": 5, "lunch": 7, "other": 8,
}  # fmt: skip


@dataclass(frozen=True)
class Slot:
    """A block of somebody's day: kind (schedule.Kind), what stands on the plan, from, to."""

    kind: str
    title: str
    starts_at: time
    ends_at: time

    @property
    def hue(self) -> int:
        return HUES.get(self.kind, 8)


@dataclass(frozen=True)
class WeekFacts:
    """A weekly schedule: for whom, since when, and its blocks by (letter, weekday)."""

    name: str
    since_on: date
    grade: str = ""
    advisory_id: int = 0
    blocks: dict[tuple[str, int], tuple[Slot, ...]] = field(default_factory=dict)
    until_on: date | None = None

    @classmethod
    def of_internships(cls, name: str, weekdays: Iterable[int]) -> WeekFacts:
        """A week of which only the internship days are known."""
        slot = Slot(INTERNSHIP, "", time(9), time(14))
        return cls(name, date.min, blocks={("", day): (slot,) for day in weekdays})

    def holds_on(self, day: date) -> bool:
        return self.since_on <= day and (self.until_on is None or day <= self.until_on)

    def on(self, weekday: int, letter: str) -> list[Slot]:
        found = [
            slot
            for (of, day), slots in self.blocks.items()
            if day == weekday and holds(of, letter)
            for slot in slots
        ]
        return sorted(found, key=lambda slot: (slot.starts_at, slot.ends_at))


@dataclass(frozen=True)
class ChangeFacts:
    """What is different on the date: see schedule.models.Change."""

    note: str
    plan: str
    grade: str = ""
    advisory_id: int = 0
    weekday: int | None = None
    letter: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    has_internships: bool = True
    blocks: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class ClosureFacts:
    """Why there is no school, or only no internship, on the date."""

    label: str
    is_exam: bool = False
    grades: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DayPlan:
    """A date for somebody: blocks in order; `closed` is why there are none; notes say what differs.

    `letter` is "A", "B" or "" where weeks do not alternate.
    """

    on: date
    blocks: tuple[Slot, ...] = ()
    letter: str = ""
    closed: str = ""
    notes: tuple[str, ...] = ()
    week: str = ""


@dataclass(frozen=True)
class Date:
    """Everything that decides about one date at one school."""

    on: date
    is_in_year: bool
    weeks: tuple[WeekFacts, ...] = ()
    changes: tuple[ChangeFacts, ...] = ()
    closures: tuple[ClosureFacts, ...] = ()
    anchors: tuple[date, ...] = ()

    def plan_for(self, grade: str = "", advisory_id: int = 0) -> DayPlan:
        """Return the plan of the school, a grade, or an advisory (with its students' grade)."""
        whole = [c for c in self.closures if not c.grades or grade in c.grades]
        shut = next((c for c in whole if not c.is_exam), None)
        if shut or not self.is_in_year:
            return DayPlan(self.on, closed=shut.label if shut else "")
        letter = letter_on(self.on, self.anchors)
        week = self.week_for(grade, advisory_id)
        change = most_specific(self.changes, grade, advisory_id)
        notes = [closure.label for closure in whole] + ([change.note] if change else [])
        slots = self._slots(week, change, letter)
        if any(closure.is_exam for closure in whole):
            slots = [slot for slot in slots if slot.kind != INTERNSHIP]
        letter = (change.letter if change else "") or letter
        return DayPlan(
            self.on, tuple(slots), letter, notes=tuple(notes), week=week.name if week else ""
        )

    @property
    def has_internships(self) -> bool:
        """Whether the school's plan has an internship block on the date."""
        return any(slot.kind == INTERNSHIP for slot in self.plan_for().blocks)

    def week_for(self, grade: str = "", advisory_id: int = 0) -> WeekFacts | None:
        """Return the weekly schedule that holds for them."""
        return most_specific(self.weeks, grade, advisory_id)

    def _slots(self, week: WeekFacts | None, change: ChangeFacts | None, letter: str) -> list[Slot]:
        if change is None:
            return week.on(self.on.weekday(), letter) if week else []
        weekday = self.on.weekday() if change.weekday is None else change.weekday
        slots = week.on(weekday, change.letter or letter) if week else []
        if change.plan == "own":
            slots = sorted(change.blocks, key=lambda slot: slot.starts_at)
        if not change.has_internships:
            slots = [slot for slot in slots if slot.kind != INTERNSHIP]
        return list(cut(slots, change.starts_at, change.ends_at))


def most_specific[F: (WeekFacts, ChangeFacts)](
    facts: Iterable[F], grade: str, advisory_id: int
) -> F | None:
    """An advisory's beats a grade's beats the school's; of two weeks, the newer one."""
    fits = [
        one for one in facts if one.advisory_id in (0, advisory_id) and one.grade in ("", grade)
    ]
    return max(fits, key=rank, default=None)


def rank(one: WeekFacts | ChangeFacts) -> tuple[int, date]:
    since = one.since_on if isinstance(one, WeekFacts) else date.min
    return (2 if one.advisory_id else 1 if one.grade else 0, since)


def cut(slots: Iterable[Slot], begin: time | None, end: time | None) -> Iterable[Slot]:
    """What is left of the blocks between a late start and an early end."""
    for slot in slots:
        starts_at = max(slot.starts_at, begin) if begin else slot.starts_at
        ends_at = min(slot.ends_at, end) if end else slot.ends_at
        if starts_at < ends_at:
            yield replace(slot, starts_at=starts_at, ends_at=ends_at)
