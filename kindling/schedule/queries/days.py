"""Open or closed: the answers that expected days are computed from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from kindling.schedule.models import Closure
from kindling.schedule.rules import extra_days
from kindling.schools.models import School, SchoolYear
from kindling.schools.ready import ready

WEEKEND = frozenset({5, 6})


def days_between(first: date, last: date) -> list[date]:
    """Return every day from `first` to `last`, both counted; none when they stand backwards."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def closed_days(school: School, first: date, last: date) -> dict[date, str]:
    """Return day → why nobody is expected anywhere, from `first` to `last`. One statement.

    An exam day for all is one of them; a closure for some grades is not.
    """
    closed: dict[date, str] = {}
    for closure in Closure.between(school, first, last).filter(grades=""):
        for day in days_between(max(first, closure.starts_on), min(last, closure.ends_on)):
            closed.setdefault(day, closure.label)
    return closed


def open_days(school: School, first: date, last: date, grade: str = "") -> list[date]:
    """Return the days with school: in a school year, no weekend, not closed. Three statements.

    A Saturday counts where internships happen on Saturdays, or where a change gives it a plan.
    An exam day is a school day. With a grade, days off of this grade are left out too.
    """
    shut = set()
    for closure in _closures(school, first, last):
        if not closure.grades or grade in closure.grade_list:
            shut |= set(days_between(max(first, closure.starts_on), min(last, closure.ends_on)))
    changed = set(_extra_days(school, first, last))
    years = _years(school, first, last)
    weekend = WEEKEND - school.weekdays
    return [
        day
        for day in days_between(first, last)
        if day not in shut
        and (day.weekday() not in weekend or day in changed)
        and any(begin <= day <= end for begin, end in years)
    ]


@ready
def _closures(school: School, first: date, last: date) -> QuerySet[Closure]:
    return Closure.between(school, first, last).exclude(kind=Closure.Kind.EXAM)


@ready
def _extra_days(school: School, first: date, last: date) -> QuerySet[Any]:
    return extra_days(school, first, last)


@ready
def _years(school: School, first: date, last: date) -> QuerySet[Any]:
    years = SchoolYear.of(school).filter(starts_on__lte=last, ends_on__gte=first)
    return years.values_list("starts_on", "ends_on")


def is_school_day(school: School, day: date, grade: str = "") -> bool:
    """Say whether there is school on this day (for this grade). Three statements."""
    return open_days(school, day, day, grade) == [day]
