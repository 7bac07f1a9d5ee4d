"""A student's year, the school's year by advisory, and who is away too often. From the sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, FilteredRelation, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from kindling.kit.prepared import prepared
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.records.rules import seats_of_school
from kindling.roll.codes import Codes, Word, codes_of
from kindling.roll.models.month import month_of
from kindling.roll.rules import marks_of_student, months_of_student, visible_months
from kindling.schools.models import SchoolYear
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

PARTS = ("present", "late", "excused", "unexcused", "internship", "minutes")
OFTEN = 10  # per cent of the days: what most states call chronic
ENOUGH = 10  # days before anybody is on the list


@dataclass(frozen=True)
class Totals:
    """Days by how they count, and minutes at internships."""

    present: int = 0
    late: int = 0
    excused: int = 0
    unexcused: int = 0
    internship: int = 0
    minutes: int = 0

    @property
    def days(self) -> int:
        return self.here + self.absent

    @property
    def here(self) -> int:
        """Present in the district's sense: late is there, and so is the internship."""
        return self.present + self.late + self.internship

    @property
    def absent(self) -> int:
        return self.excused + self.unexcused

    @property
    def percent(self) -> float:
        """Absent days of all days."""
        return 100 * self.absent / self.days if self.days else 0.0


@dataclass(frozen=True)
class MonthOf:
    """A month of a student: weeks of five to seven days, each with its mark or None."""

    first: date
    weeks: tuple[tuple[tuple[date, Word | None] | None, ...], ...]
    totals: Totals


@dataclass(frozen=True)
class StudentYear:
    """One student's year."""

    student: Student
    year: SchoolYear
    months: tuple[MonthOf, ...]
    totals: Totals
    codes: Codes


def student_year(viewer: Viewer, student: Student, year: SchoolYear) -> StudentYear:
    """Gather calendar and totals in three statements, whatever the school holds.

    Ask only for a student whom the viewer sees.
    """
    codes = codes_of(viewer.school)
    first, last = year.starts_on, min(year.ends_on, viewer.school.today())
    marks = dict(_marks(student=student.pk, first=first, last=last))
    sums = {
        month: Totals(*facts)
        for month, *facts in _sums(student=student.pk, first=month_of(first), last=last)
    }
    months = tuple(
        MonthOf(month, _weeks(month, marks, codes), sums.get(month, Totals()))
        for month in _months(first, last)
    )
    return StudentYear(student, year, months, _together(sums.values()), codes)


@prepared
def _marks(student: int, first: date, last: date) -> QuerySet[Any]:
    rows = marks_of_student(student).filter(on__gte=first, on__lte=last)
    return rows.values_list("on", "code")


@prepared
def _sums(student: int, first: date, last: date) -> QuerySet[Any]:
    rows = months_of_student(student).filter(month__gte=first, month__lte=last)
    return rows.values_list("month", *PARTS)


def _together(sums: Any) -> Totals:
    rows = list(sums)
    return Totals(*(sum(getattr(row, part) for row in rows) for part in PARTS))


def _months(first: date, last: date) -> list[date]:
    months, month = [], month_of(first)
    while month <= last:
        months.append(month)
        month = month_of(month + timedelta(days=31))
    return months


def _weeks(
    month: date, marks: dict[date, str], codes: Codes
) -> tuple[tuple[tuple[date, Word | None] | None, ...], ...]:
    """Monday to Friday; the weekend only where it has a mark."""
    weeks = []
    monday = month - timedelta(days=month.weekday())
    while monday <= month or monday.month == month.month:
        days = [monday + timedelta(days=n) for n in range(7)]
        shown = [
            (day, codes.of(marks[day]) if day in marks else None)
            if day.month == month.month
            else None
            for day in days
        ]
        has_weekend = any(day in marks for day in days[5:])
        weeks.append(tuple(shown if has_weekend else shown[:5]))
        monday += timedelta(days=7)
    return tuple(week for week in weeks if any(week))


@dataclass(frozen=True)
class AdvisoryYear:
    """One advisory in the school's year."""

    public_id: str
    name: str
    size: int
    totals: Totals


def school_year(viewer: Viewer, year: SchoolYear) -> list[AdvisoryYear]:
    """Return the year of the students who sit in each advisory today. One statement."""
    rows = _by_advisory(viewer, month_of(year.starts_on), year.ends_on)
    return [
        AdvisoryYear(row["advisory__public_id"], row["advisory__name"], row["size"], _totals(row))
        for row in rows
    ]


@ready
def _by_advisory(viewer: Viewer, first: date, last: date) -> QuerySet[Any]:
    held = Q(student__months__month__gte=first, student__months__month__lte=last)
    seats = seats_of_school(viewer).annotate(
        kept=FilteredRelation("student__months", condition=held)
    )
    sums = {f"sum_{part}": Coalesce(Sum(f"kept__{part}"), 0) for part in PARTS}
    named = seats.values("advisory__public_id", "advisory__name")
    counted = named.annotate(size=Count("student", distinct=True), **sums)
    return counted.order_by("advisory__name", "advisory__public_id")


def _totals(row: dict[str, Any]) -> Totals:
    return Totals(*(row[f"sum_{part}"] for part in PARTS))


@dataclass(frozen=True)
class Often:
    """Somebody who is away too often."""

    student: Any
    totals: Totals


def away_often(viewer: Viewer, year: SchoolYear, percent: int) -> list[tuple[int, Totals]]:
    """Return students' keys with the year's totals, the most absent first. One statement.

    From the sums alone: what it costs follows the school's students, not its days.
    """
    rows = _often(viewer, month_of(year.starts_on), year.ends_on)
    found = [(row["student_id"], _totals(row)) for row in rows]
    often = [(key, sums) for key, sums in found if sums.days >= ENOUGH and sums.percent >= percent]
    return sorted(often, key=lambda one: (-one[1].percent, one[0]))


@ready
def _often(viewer: Viewer, first: date, last: date) -> QuerySet[Any]:
    rows = visible_months(viewer).filter(month__gte=first, month__lte=last)
    sums: dict[str, Any] = {f"sum_{part}": Sum(part) for part in PARTS}
    named = rows.order_by().values("student_id").annotate(**sums)
    return named.filter(Q(sum_excused__gt=0) | Q(sum_unexcused__gt=0))


def with_students(viewer: Viewer, found: list[tuple[int, Totals]]) -> list[Often]:
    """Bring the students of one page. One statement."""
    rows = visible_students(viewer, Matter.DAYS).filter(pk__in=[key for key, _totals in found])
    students = {student.pk: student for student in rows}
    return [Often(students[key], sums) for key, sums in found if key in students]
