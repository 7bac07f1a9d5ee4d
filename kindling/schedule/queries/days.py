"""Open or closed: the answers that expected days are computed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from kindling.schedule.models import Closure
from kindling.schedule.rules import extra_days
from kindling.schools.models import School
from kindling.schools.queries import terms_of
from kindling.ui.month import Day, Entry, month_weeks

WEEKEND = frozenset({5, 6})
FAR = 5  # years from today that the calendar shows
CLOSED, OUT, TERM = 2, 4, 6  # hues


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
    for closure in Closure.between(school, first, last).exclude(kind=Closure.Kind.EXAM):
        if not closure.grades or grade in closure.grade_list:
            shut |= set(days_between(max(first, closure.starts_on), min(last, closure.ends_on)))
    changed = set(extra_days(school, first, last))
    years = list(school.years.filter(starts_on__lte=last, ends_on__gte=first))
    weekend = WEEKEND - school.weekdays
    return [
        day
        for day in days_between(first, last)
        if day not in shut
        and (day.weekday() not in weekend or day in changed)
        and any(year.starts_on <= day <= year.ends_on for year in years)
    ]


def is_school_day(school: School, day: date, grade: str = "") -> bool:
    """Say whether there is school on this day (for this grade). Three statements."""
    return open_days(school, day, day, grade) == [day]


@dataclass(frozen=True)
class Month:
    """A month of the school's calendar."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    earlier: date
    later: date


def month_of(school: School, first: date) -> Month:
    """Return the month that begins on `first`. Three statements."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    entries = [*closure_entries(school, first, last), *term_entries(school, first, last)]
    closed = {entry.on for entry in entries if entry.hue == CLOSED}
    years = list(school.years.filter(starts_on__lte=last, ends_on__gte=first))
    entries += [
        Entry(day, gettext("Internship day"), OUT)
        for day in days_between(first, last)
        if day.weekday() in school.weekdays
        and day not in closed
        and any(year.starts_on <= day <= year.ends_on for year in years)
    ]
    weeks = month_weeks(first, entries, today=school.today())
    earlier, later = (first - timedelta(days=1)).replace(day=1), last + timedelta(days=1)
    return Month(first, weeks, earlier, later)


def closure_entries(school: School, first: date, last: date) -> list[Entry]:
    """Return one entry for each closed day. One statement."""
    return [Entry(day, label, CLOSED) for day, label in closed_days(school, first, last).items()]


def term_entries(school: School, first: date, last: date) -> list[Entry]:
    """Return where a term begins or ends in these days. One statement."""
    entries = []
    for term in terms_of(school):
        name = {"term": term.label}
        if first <= term.starts_on <= last:
            entries.append(Entry(term.starts_on, gettext("%(term)s begins") % name, TERM))
        if first <= term.ends_on <= last:
            entries.append(Entry(term.ends_on, gettext("%(term)s ends") % name, TERM))
    return entries
