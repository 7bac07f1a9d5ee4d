"""A day, a week or a term, and what lies before and after it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kindling.schools.models import Term

AFTERNOON = 16  # from this hour on, a school day is over
FRIDAY = 4
EARLIEST = date(1990, 1, 1)  # no record is older, and before the year 1 there is no day
DAY, WEEK, TERM = "day", "week", "term"
KINDS = (DAY, WEEK, TERM)


@dataclass(frozen=True)
class Span:
    """From `first` to `last`, both counted. `label` is the term's."""

    kind: str
    first: date
    last: date
    label: str = ""
    earlier: date | None = None  # a day in the span before
    later: date | None = None

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def span_of(kind: str, on: date, terms: Sequence[Term]) -> Span:
    """Return the span of this kind that holds the day.

    Between terms it is the last one begun, before the first the first; without terms the month.
    """
    if kind == DAY:
        step = timedelta(days=1)
        return Span(DAY, on, on, earlier=on - step, later=on + step)
    if kind == WEEK:
        monday = on - timedelta(days=on.weekday())
        week = timedelta(days=7)
        return Span(
            WEEK, monday, monday + timedelta(days=6), earlier=monday - week, later=monday + week
        )
    begun = [term for term in terms if term.starts_on <= on] or list(terms[:1])
    if not begun:
        first = on.replace(day=1)
        return Span(TERM, first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    number = len(begun) - 1 if terms[0].starts_on <= on else 0
    term = terms[number]
    earlier = terms[number - 1].starts_on if number else None
    later = terms[number + 1].starts_on if number + 1 < len(terms) else None
    return Span(TERM, term.starts_on, term.ends_on, term.label, earlier, later)


def last_finished(now: datetime) -> date:
    """Return the Monday of the latest week whose Friday afternoon has come."""
    monday = now.date() - timedelta(days=now.weekday())
    is_over = now.weekday() > FRIDAY or (now.weekday() == FRIDAY and now.hour >= AFTERNOON)
    return monday if is_over else monday - timedelta(days=7)
