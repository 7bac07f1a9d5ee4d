"""What the pages of requirements show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum

from kindling.advisory.rules import with_advisory
from kindling.exploring.models import Experience
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.requirements import rules
from kindling.requirements.models import CreditRule, Kind, Requirement
from kindling.requirements.progress import Done, Progress, gaps_of, progress_of
from kindling.schools.models import SchoolYear
from kindling.schools.queries import terms_of
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

PARTS = ("confirmed", "waiting", "disputed")


def done_by(viewer: Viewer, year: SchoolYear, students: Iterable[int]) -> dict[int, Done]:
    """Return student's key → what they have in the year. Three or four statements."""
    keys = list(students)
    done = {key: Done(Counter(), Counter()) for key in keys}
    for student, *minutes in _hours(viewer, year.pk, keys):
        for part, n in zip(PARTS, minutes, strict=True):
            done[student].minutes[part] += n
    terms = [(t.starts_on, t.ends_on) for t in terms_of(viewer.school) if t.year_id == year.pk]
    gaps = gaps_of(year, terms)
    if gaps:
        for student, standing, minutes in _between_terms(viewer, tuple(gaps), keys):
            done[student].minutes[standing] += minutes
    for student, kind, state, n in _experiences(viewer, year.starts_on, year.ends_on, keys):
        done[student].experiences[kind, state] += n
    return done


@ready
def _hours(viewer: Viewer, year: int, students: list[int]) -> QuerySet[Any]:
    sums = rules.hours_in(viewer, year).filter(student__in=students).order_by()
    return sums.values_list("student_id").annotate(*(Sum(part) for part in PARTS))


@ready
def _between_terms(
    viewer: Viewer, gaps: tuple[tuple[date, date], ...], students: list[int]
) -> QuerySet[Any]:
    days = rules.days_between_terms(viewer, gaps).filter(student__in=students).order_by()
    return days.values_list("student_id", "standing").annotate(n=Sum("minutes"))


@ready
def _experiences(viewer: Viewer, first: date, last: date, students: list[int]) -> QuerySet[Any]:
    span = {"on__gte": first, "on__lte": last, "student__in": students}
    told = rules.visible_experiences(viewer).filter(**span).order_by()
    return told.values_list("student_id", "kind", "state").annotate(n=Count("pk"))


def asked_by_grade(viewer: Viewer, year: SchoolYear) -> dict[str, list[Requirement]]:
    """Return grade → what it asks for. One statement."""
    found: dict[str, list[Requirement]] = {}
    for one in _requirements(viewer, year.pk):
        found.setdefault(one.grade, []).append(one)
    return found


@ready
def _requirements(viewer: Viewer, year: int) -> QuerySet[Requirement]:
    return rules.visible_requirements(viewer).filter(year=year)


@dataclass(frozen=True)
class Row:
    """One student in the list of progress."""

    student: Any
    progress: list[Progress]

    @property
    def weight(self) -> float:
        return max((one.weight for one in self.progress), default=0.0)

    @property
    def is_behind(self) -> bool:
        return any(one.is_behind for one in self.progress)


def progress_rows(
    viewer: Viewer, year: SchoolYear, *, behind: bool = True, grade: str = ""
) -> list[Row]:
    """Return the students of grades that ask for something, who needs help first.

    Six statements, whatever the number of students.
    """
    asked, today = asked_by_grade(viewer, year), viewer.school.today()
    wanted = [grade] if grade else asked
    named = [one for one in _students(viewer) if one.grade in wanted]
    done = done_by(viewer, year, [one.pk for one in named])
    rows = [
        Row(one, progress_of(asked.get(one.grade, []), done[one.pk], year, today)) for one in named
    ]
    rows = [row for row in rows if row.is_behind or not behind]
    return sorted(rows, key=lambda row: -row.weight)


@ready
def _students(viewer: Viewer) -> QuerySet[Any]:
    enrolled = visible_students(viewer, Matter.WORDS).filter(state=Student.State.ENROLLED)
    return with_advisory(enrolled).order_by("person__sort_name", "pk")


@dataclass(frozen=True)
class StudentPage:
    """One student's progress, what waits and why, and the credit so far."""

    student: Student
    year: SchoolYear
    progress: list[Progress]
    minutes: Counter[str]
    open_days: int  # came and never left
    experiences: list[Experience]
    units: Decimal | None
    credit: CreditRule | None
    may_enter: bool
    may_verify: bool

    @property
    def waiting(self) -> list[Experience]:
        return [one for one in self.experiences if one.state == Experience.State.ENTERED]


def student_page(viewer: Viewer, student: Student, year: SchoolYear) -> StudentPage:
    """Gather one student's progress. Ask only for a student whom the viewer sees."""
    asked = asked_by_grade(viewer, year).get(student.grade, [])
    done = done_by(viewer, year, [student.pk])[student.pk]
    credit = rules.visible_credit_rules(viewer).filter(year=year).first()
    told: QuerySet[Experience] = rules.visible_experiences(viewer).filter(student=student)
    told = told.exclude(state=Experience.State.TAKEN_BACK)
    told = told.filter(on__gte=year.starts_on, on__lte=year.ends_on)
    verifies = rules.may_verify(viewer, student)
    return StudentPage(
        student=student,
        year=year,
        progress=progress_of(asked, done, year, viewer.school.today()),
        minutes=done.minutes,
        open_days=rules.days_left_open(viewer, student).count(),
        experiences=list(told[:100]),
        units=credit.units(done.minutes["confirmed"]) if credit else None,
        credit=credit,
        may_enter=verifies or rules.is_own(viewer, student),
        may_verify=verifies,
    )


@dataclass(frozen=True)
class GradeRow:
    """What one grade asks for, in the order of the kinds."""

    grade: str
    amounts: tuple[int, ...]


def grade_rows(viewer: Viewer, year: SchoolYear) -> list[GradeRow]:
    """Return the rules of the year, grades of enrolled students without one included."""
    asked = asked_by_grade(viewer, year)
    known = visible_students(viewer, Matter.WORDS).filter(state=Student.State.ENROLLED).order_by()
    grades = {*asked, *known.values_list("grade", flat=True).distinct()} - {""}
    return [
        GradeRow(grade, tuple(_amount(asked.get(grade, []), kind) for kind in Kind.values))
        for grade in sorted(grades)
    ]


def _amount(asked: list[Requirement], kind: str) -> int:
    return next((one.amount for one in asked if one.kind == kind), 0)
