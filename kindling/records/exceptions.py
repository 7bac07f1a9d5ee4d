"""What was not as it should be in a week, and nothing else: one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from kindling.absences.models import Report
from kindling.absences.queries import reports_by_day
from kindling.advisory.rules import with_advisory
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.attendance.timetable import timetable_of_seen
from kindling.records.rules import listed_students
from kindling.records.spans import AFTERNOON, Span
from kindling.roll.codes import codes_of
from kindling.roll.models import Mark, Meaning
from kindling.roll.rules import visible_corrections, visible_marks
from kindling.schedule.queries import open_days
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

OFTEN_LATE = 2  # in one week
type Key = tuple[int, date]


@dataclass
class Exceptional:
    """One student's week, as far as it was not as it should be."""

    student: Any
    absent: list[date] = field(default_factory=list)  # and nobody excused it
    silent: list[date] = field(default_factory=list)  # nobody said a word
    late: list[date] = field(default_factory=list)
    disputed: list[date] = field(default_factory=list)
    aimless: list[date] = field(default_factory=list)  # internship days without a goal

    @property
    def weight(self) -> int:
        """Who needs somebody first."""
        return 3 * len(self.absent) + 3 * len(self.silent) + 2 * len(self.disputed) + len(self.late)

    @property
    def advisory(self) -> str:
        return str(self.student.advisory_name or "")


@dataclass(frozen=True)
class WeekOf:
    """The exceptions of a week: students first to last, rolls not taken, marks corrected."""

    span: Span
    found: list[Exceptional]
    untaken: list[tuple[str, date]]  # advisory and day
    corrections: int
    students: int

    @property
    def is_fine(self) -> bool:
        return not (self.found or self.untaken)


@dataclass(frozen=True)
class Heard:
    """Everything said about a week, read before it is looked through."""

    marks: dict[Key, tuple[str, str]]  # meaning and method
    days: dict[Key, list[Day]]
    expected: set[Key]  # at an internship
    reports: dict[Key, Report]
    open_on: list[date]


def week_of(viewer: Viewer, span: Span) -> WeekOf:
    """Return the exceptions among the students one sees. As many statements for one as for all."""
    students = {one.pk: one for one in _students(viewer)}
    heard = _heard(viewer, span, students)
    found = {key: Exceptional(one) for key, one in students.items()}
    _look_at_marks(found, heard)
    _look_at_days(found, heard)
    untaken = _look_at_silence(found, heard)
    week = [one for one in found.values() if one.weight or one.aimless]
    week.sort(key=lambda one: (-one.weight, one.student.person.sort_name))
    changed = visible_corrections(viewer).filter(on__gte=span.first, on__lte=span.last).count()
    return WeekOf(span, week, untaken, changed, len(students))


def _heard(viewer: Viewer, span: Span, students: Iterable[int]) -> Heard:
    last = min(span.last, _over(viewer))
    codes = codes_of(viewer.school)
    marks = {
        (student, on): (codes.of(code).meaning, method)
        for student, on, code, method in _marks(viewer, span.first, last)
    }
    days: dict[Key, list[Day]] = {}
    for day in _days(viewer, span.first, last):
        days.setdefault((day.student_id, day.on), []).append(day)
    plan = timetable_of_seen(viewer, span.first, last)
    interns = {row.placement_id: row.student_id for row in plan.planned}
    expected = {(interns[one.placement_id], one.on) for one in plan.days()}
    reports = reports_by_day(viewer.school, span.first, last, students)
    return Heard(marks, days, expected, reports, open_days(viewer.school, span.first, last))


@ready
def _students(viewer: Viewer) -> QuerySet[Any]:
    return with_advisory(listed_students(viewer))


@ready
def _marks(viewer: Viewer, first: date, last: date) -> QuerySet[Any]:
    marks = visible_marks(viewer).filter(on__gte=first, on__lte=last)
    return marks.values_list("student_id", "on", "code", "method")


@ready
def _days(viewer: Viewer, first: date, last: date) -> QuerySet[Day]:
    days = visible_days(viewer).filter(on__gte=first, on__lte=last)
    return days.only("student", "on", "state", "standing", "goal", "student_in_at")


def _over(viewer: Viewer) -> date:
    """The last day that is over."""
    now = viewer.school.now()
    return now.date() - timedelta(days=0 if now.hour >= AFTERNOON else 1)


def _look_at_marks(found: dict[int, Exceptional], heard: Heard) -> None:
    for (student, on), (meaning, _method) in sorted(heard.marks.items(), key=lambda one: one[0][1]):
        one = found.get(student)
        report = heard.reports.get((student, on))
        if one is None:
            continue
        if meaning == Meaning.UNEXCUSED and not (report and report.is_excused):
            one.absent.append(on)
        elif meaning == Meaning.LATE:
            one.late.append(on)
    for one in found.values():
        if len(one.late) < OFTEN_LATE:
            one.late.clear()


def _look_at_days(found: dict[int, Exceptional], heard: Heard) -> None:
    for (student, on), days in sorted(heard.days.items(), key=lambda one: one[0][1]):
        one = found.get(student)
        if one is None:
            continue
        if any(day.standing == Day.Standing.DISPUTED for day in days):
            one.disputed.append(on)
        if any(day.student_in_at and not day.goal for day in days):
            one.aimless.append(on)
    for one in found.values():
        if len(one.aimless) < OFTEN_LATE:
            one.aimless.clear()


def _look_at_silence(found: dict[int, Exceptional], heard: Heard) -> list[tuple[str, date]]:
    """Nobody said a word about a student, or about a whole advisory: then the roll is missing."""
    untaken: set[tuple[str, date]] = set()
    for on in heard.open_on:
        taken = {
            found[student].advisory
            for (student, day), (_meaning, method) in heard.marks.items()
            if day == on and method != Mark.FROM_DAY and student in found
        }
        for key, one in found.items():
            if any((key, on) in told for told in (heard.marks, heard.days, heard.reports)):
                continue
            if not one.student.enrolled_on <= on:
                continue
            if (key, on) in heard.expected or one.advisory in taken:
                one.silent.append(on)
            elif one.advisory:
                untaken.add((one.advisory, on))
    return sorted(untaken, key=lambda row: (row[1], row[0]))


def of_advisory(week: WeekOf, name: str) -> WeekOf:
    """The same week, of one advisory."""
    found = [one for one in week.found if one.advisory == name]
    untaken = [row for row in week.untaken if row[0] == name]
    return WeekOf(week.span, found, untaken, 0, len(found))
