"""A weekday of one internship. Pure: no database, no clock."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import NamedTuple


class Planned(NamedTuple):
    """A weekday (Monday is 0) of one internship, from one date until another, both counted.

    In A or B weeks only where `letter` says so. The rest is for telling whose exceptions concern
    it: keys of student and site, and the student's grade.
    """

    placement_id: int
    weekday: int
    starts_at: time
    ends_at: time
    since_on: date
    until_on: date | None = None
    letter: str = ""
    student_id: int = 0
    site_id: int = 0
    grade: str = ""

    def holds_on(self, day: date) -> bool:
        return self.covers(day) and self.weekday == day.weekday()

    def covers(self, day: date) -> bool:
        """Say whether the day lies between the row's dates, whatever the weekday."""
        return self.since_on <= day and (self.until_on is None or day <= self.until_on)


def weekdays_between(row: Planned, first: date, last: date) -> list[date]:
    """Return the days on which this row holds, from `first` to `last`, both counted."""
    begin = max(first, row.since_on)
    end = last if row.until_on is None else min(last, row.until_on)
    begin += timedelta(days=(row.weekday - begin.weekday()) % 7)
    return [begin + timedelta(days=n) for n in range(0, (end - begin).days + 1, 7)]
