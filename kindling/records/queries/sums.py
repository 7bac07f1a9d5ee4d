"""A student's year in numbers: month by month from the sums, term by term from marks and hours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from kindling.attendance.models import Hours
from kindling.attendance.rules import visible_hours
from kindling.people.models import Student
from kindling.records.queries.years import StudentYear, Totals, student_year
from kindling.roll.models import Meaning
from kindling.schools.models import SchoolYear, Term
from kindling.schools.queries import terms_of
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class TermOf:
    """A term of a student: days by how they count, and minutes at internships by standing.

    `days.minutes` are those that count.
    """

    term: Term
    days: Totals
    waiting: int
    disputed: int


@dataclass(frozen=True)
class YearInNumbers:
    """What the student's page shows as a calendar, and the same year term by term."""

    year: StudentYear
    terms: tuple[TermOf, ...]


def year_in_numbers(viewer: Viewer, student: Student, year: SchoolYear) -> YearInNumbers:
    """Gather months, terms and totals. Five statements; the caller sees the student."""
    page = student_year(viewer, student, year)
    hours = {row[0]: row[1:] for row in _hours(viewer, student, year)}
    terms = [term for term in terms_of(viewer.school) if term.year_id == year.pk]
    begun = [term for term in terms if term.starts_on <= viewer.school.today()]
    return YearInNumbers(page, tuple(_term(page, term, hours) for term in begun))


def _hours(viewer: Viewer, student: Student, year: SchoolYear) -> QuerySet[Any]:
    sums = visible_hours(viewer).filter(student=student, term__year=year).order_by()
    return sums.values_list("term_id").annotate(*(Sum(part) for part in Hours.PARTS))


def _term(page: StudentYear, term: Term, hours: dict[int, tuple[int, ...]]) -> TermOf:
    said = Counter(
        word.meaning
        for month in page.months
        for week in month.weeks
        for one in week
        if one and (word := one[1]) and term.starts_on <= one[0] <= term.ends_on
    )
    confirmed, waiting, disputed = hours.get(term.pk, (0, 0, 0))
    days = Totals(
        present=said[Meaning.PRESENT],
        late=said[Meaning.LATE],
        excused=said[Meaning.EXCUSED],
        unexcused=said[Meaning.UNEXCUSED],
        internship=said[Meaning.INTERNSHIP],
        minutes=confirmed,
    )
    return TermOf(term, days, waiting, disputed)
