"""Open or closed: the answers that expected days are computed from."""

from __future__ import annotations

from datetime import date, timedelta

from kindling.schedule.models import Closure
from kindling.schools.models import School

WEEKEND = frozenset({5, 6})


def days_between(first: date, last: date) -> list[date]:
    """Return every day from `first` to `last`, both counted; none when they stand backwards."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def closed_days(school: School, first: date, last: date) -> dict[date, str]:
    """Return day → why it is closed, for the days from `first` to `last`. One statement."""
    closed: dict[date, str] = {}
    for closure in Closure.between(school, first, last):
        for day in days_between(max(first, closure.starts_on), min(last, closure.ends_on)):
            closed.setdefault(day, closure.label)
    return closed


def open_days(school: School, first: date, last: date) -> list[date]:
    """Return the days on which the school is open: in a school year, no weekend, not closed.

    A school whose internships happen on a Saturday is open then too. Two statements.
    """
    closed = closed_days(school, first, last)
    years = list(school.years.filter(starts_on__lte=last, ends_on__gte=first))
    shut = WEEKEND - school.weekdays
    return [
        day
        for day in days_between(first, last)
        if day not in closed
        and day.weekday() not in shut
        and any(year.starts_on <= day <= year.ends_on for year in years)
    ]


def is_open(school: School, day: date) -> bool:
    """Say whether the school is open on this day. Two statements."""
    return open_days(school, day, day) == [day]
