"""A month as weeks of days, for the calendar table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta

WEEK = 7


@dataclass(frozen=True)
class Entry:
    """Something on a day: what, when (or all day), its colour, and where it leads."""

    on: date
    label: str
    hue: int = 4
    at: time | None = None
    url: str = ""


@dataclass(frozen=True)
class Day:
    """A cell: its date, whether it belongs to the month, is today, and what is on it."""

    on: date
    is_other: bool
    is_today: bool
    entries: tuple[Entry, ...] = field(default=())


def month_weeks(
    month: date, entries: Iterable[Entry], *, today: date, first_weekday: int = 0
) -> tuple[tuple[Day, ...], ...]:
    """Return the weeks that hold the month of `month`, from `first_weekday` (Monday is 0)."""
    by_day: dict[date, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: (e.on, e.at or time.min, e.label)):
        by_day.setdefault(entry.on, []).append(entry)
    start = month.replace(day=1)
    start -= timedelta(days=(start.weekday() - first_weekday) % WEEK)
    weeks = []
    while start <= _last(month):
        days = (start + timedelta(days=n) for n in range(WEEK))
        weeks.append(
            tuple(
                Day(day, day.month != month.month, day == today, tuple(by_day.get(day, ())))
                for day in days
            )
        )
        start += timedelta(days=WEEK)
    return tuple(weeks)


def _last(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
