"""What is different for some: other plans of a date, A and B weeks, closed sites, appointments.

Pure: no database, no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from kindling.attendance.planned import Planned, weekdays_between
from kindling.schedule.letters import holds, letter_on

type Held[T] = dict[tuple[int, int, str], list[T]]  # by (student, site, grade); 0 and "": all


@dataclass(frozen=True)
class Turn:
    """One date runs differently: for a grade, a student (of an advisory), or everybody.

    `weekday` is the day whose plan holds: empty for the date's own, NO_INTERNSHIPS for none.
    """

    on: date
    label: str
    weekday: int | None = None
    letter: str = ""
    grade: str = ""
    student_id: int = 0

    @property
    def specificity(self) -> int:
        return 2 if self.student_id else 1 if self.grade else 0

    def has(self, row: Planned, letter: str) -> bool:
        """Say whether this internship takes place on this date, in a week of this letter."""
        weekday = self.on.weekday() if self.weekday is None else self.weekday
        return row.weekday == weekday and holds(row.letter, self.letter or letter)


NO_INTERNSHIPS = 7  # a weekday that nobody plans


@dataclass(frozen=True)
class Off:
    """Why somebody is not expected: a student's own time, a closed site, or some grades.

    On one weekday of the span, or on each day; for some hours, or all day.
    """

    label: str
    first: date
    last: date | None
    student_id: int = 0
    site_id: int = 0
    grades: frozenset[str] = frozenset()
    weekday: int | None = None
    starts_at: time | None = None
    ends_at: time | None = None

    def holds_on(self, day: date) -> bool:
        begun = self.first <= day and (self.last is None or day <= self.last)
        return begun and self.weekday in (None, day.weekday())


@dataclass(frozen=True)
class Left:
    """What is left of a planned day: from, to and why; or nothing, and why."""

    label: str
    span: tuple[time, time] | None
    is_own: bool = False  # a doctor, say: no mentor reads why


@dataclass(frozen=True)
class Exceptions:
    """Everything that makes a date differ from the weekday's plan."""

    anchors: tuple[date, ...] = ()
    turns: tuple[Turn, ...] = ()
    offs: tuple[Off, ...] = ()

    @cached_property
    def turns_by(self) -> Held[Turn]:
        """The changes by whom they concern, the least specific first."""
        held: Held[Turn] = {}
        for turn in sorted(self.turns, key=lambda turn: turn.specificity):
            held.setdefault((turn.student_id, 0, turn.grade), []).append(turn)
        return held

    @cached_property
    def offs_by(self) -> Held[Off]:
        """What is taken away, by whom it concerns."""
        held: Held[Off] = {}
        for off in self.offs:
            for grade in off.grades or ("",):
                held.setdefault((off.student_id, off.site_id, grade), []).append(off)
        return held

    def dates_of(self, row: Planned, first: date, last: date) -> list[date]:
        """Return the dates on which this row's plan holds, from `first` to `last`."""
        if first == last and not self.turns:
            days = [first] if row.holds_on(first) else []
        else:
            days = weekdays_between(row, first, last)
        if row.letter and self.anchors:
            days = [day for day in days if holds(row.letter, letter_on(day, self.anchors))]
        turned = self._turned(row, first, last)
        if not turned:
            return days
        kept = [day for day in days if day not in turned]
        moved = [day for day, turn in turned.items() if turn.has(row, self.letter(day))]
        return sorted([*kept, *moved])

    def letter(self, day: date) -> str:
        return letter_on(day, self.anchors)

    def turn_of(self, row: Planned, day: date) -> Turn | None:
        """Return what holds on the date for this row: the most specific."""
        return self._turned(row, day, day).get(day)

    def left_of(self, row: Planned, day: date) -> Left:
        """Return what is left of the planned time of this row on this day."""
        span, labels = (row.starts_at, row.ends_at), []
        keys = ((row.student_id, 0, ""), (0, row.site_id, ""), (0, 0, row.grade))
        for off in (off for key in keys for off in self.offs_by.get(key, ())):
            if not off.holds_on(day):
                continue
            rest = without(span, off.starts_at, off.ends_at)
            if rest is None:
                return Left(off.label, None, is_own=bool(off.student_id))
            if overlaps(span, off):
                labels.append(off.label)
            span = rest
        return Left(" · ".join(labels), span)

    def _turned(self, row: Planned, first: date, last: date) -> dict[date, Turn]:
        if not self.turns:
            return {}
        whose = dict.fromkeys([(0, 0, ""), (0, 0, row.grade), (row.student_id, 0, "")])
        turns = (turn for key in whose for turn in self.turns_by.get(key, ()))
        return {t.on: t for t in turns if first <= t.on <= last and row.covers(t.on)}


def without(
    span: tuple[time, time], starts_at: time | None, ends_at: time | None
) -> tuple[time, time] | None:
    """Return the span without these hours; None when nothing is left.

    Hours at either end make it shorter. Hours in the middle leave it as it is: the student goes
    and comes back.
    """
    if starts_at is None or ends_at is None:
        return None
    begin, end = span
    if starts_at <= begin:
        begin = max(begin, ends_at)
    if ends_at >= end:
        end = min(end, starts_at)
    return (begin, end) if begin < end else None


def overlaps(span: Sequence[time], off: Off) -> bool:
    """Say whether the hours touch the span."""
    if off.starts_at is None or off.ends_at is None:
        return True
    return off.starts_at < span[1] and span[0] < off.ends_at


NONE = Exceptions()
