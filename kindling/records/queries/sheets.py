"""Day, week and term sheets: students and what was said about their days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from kindling.absences.models import Report
from kindling.absences.queries import reports_by_day
from kindling.absences.rules import visible_reports
from kindling.advisory.models import Advisory
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.people.models import Student
from kindling.records.rules import listed_students
from kindling.records.spans import DAY, TERM, Span
from kindling.roll.codes import Codes, Word
from kindling.roll.models import Meaning
from kindling.roll.rules import visible_marks
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Said:
    """One mark on a sheet."""

    word: Word
    minutes: int
    method: str
    reason: str = ""


@dataclass
class Line:
    """One student's line: marks by day, or counts for a term; `waiting` says what has no mark."""

    student: Student
    marks: dict[date, Said] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)  # by meaning
    waiting: str = ""

    def on(self, day: date) -> Said | None:
        return self.marks.get(day)

    @property
    def days(self) -> int:
        return self.counts.total()

    @property
    def absent(self) -> int:
        return self.counts[Meaning.EXCUSED] + self.counts[Meaning.UNEXCUSED]


def students_on(viewer: Viewer, span: Span, advisory: Advisory | None) -> QuerySet[Student]:
    """Return the students of a sheet by name: of an advisory as it sat at the end of the span."""
    students = listed_students(viewer).filter(enrolled_on__lte=span.last)
    if advisory is None:
        return students
    day = min(span.last, viewer.school.today())
    held = Q(advisory_seats__until_on__isnull=True) | Q(advisory_seats__until_on__gte=day)
    seated = Q(advisory_seats__advisory=advisory, advisory_seats__since_on__lte=day)
    return students.filter(seated & held)


def lines_of(viewer: Viewer, span: Span, students: list[Student], codes: Codes) -> list[Line]:
    """Return a line for each student. Three statements for a day, two for a week, one for a term."""
    lines = {student.pk: Line(student) for student in students}
    marks = visible_marks(viewer).filter(student__in=lines, on__gte=span.first, on__lte=span.last)
    if span.kind == TERM:
        counted = marks.order_by().values_list("student_id", "code").annotate(n=Count("on"))
        for student, code, n in counted:
            lines[student].counts[codes.of(code).meaning] += n
        return list(lines.values())
    reports = reports_by_day(viewer.school, span.first, span.last, lines)
    for student, on, code, minutes, method in marks.values_list(
        "student_id", "on", "code", "minutes", "method"
    ):
        word = codes.of(code)
        reason = reason_of(reports.get((student, on)), word)
        lines[student].marks[on] = Said(word, minutes, method, reason)
    if span.kind == DAY:
        _wait(viewer, span.first, lines, reports)
    return list(lines.values())


def reason_of(report: Report | None, word: Word) -> str:
    """Return why, where somebody was absent or late and said so."""
    if report is None or not (word.is_absent or word.meaning == Meaning.LATE):
        return ""
    return report.reason_name


def _wait(
    viewer: Viewer, on: date, lines: dict[int, Line], reports: dict[tuple[int, date], Report]
) -> None:
    """Say of everybody without a mark what is known: checked in, or reported."""
    without = [key for key, line in lines.items() if not line.marks]
    rows = visible_days(viewer).filter(on=on, student__in=without, state=Day.State.CHECKED_IN)
    there = set(rows.values_list("student_id", flat=True))
    for key in without:
        report = reports.get((key, on))
        lines[key].waiting = "there" if key in there else report.kind if report else "silent"


# What other systems take, one line for a mark: the words of Ed-Fi's attendance events.
HEADINGS = (
    "student_number", "student_name", "date", "category", "code", "minutes", "reason", "method",
)  # fmt: skip


def rows_for_sis(
    viewer: Viewer, span: Span, students: QuerySet[Student], codes: Codes
) -> Iterable[tuple[Any, ...]]:
    """Yield one row for a mark, by date and name, as they are read: a term of a school is long.

    Present at an internship is in attendance. The reason's code wins over the letter's.
    """
    reports = _reports(viewer, span)
    marks = visible_marks(viewer).filter(
        student__in=students.order_by().values("pk"), on__gte=span.first, on__lte=span.last
    )
    facts = marks.order_by("on", "student__person__sort_name", "student_id").values_list(
        "student_id", "student__number", "student__person__name", "on", "code", "minutes", "method"
    )
    yield HEADINGS
    for student, number, name, on, code, minutes, method in facts.iterator(chunk_size=2000):
        word = codes.of(code)
        report = reports.get((student, on))
        reason = reason_of(report, word)
        own = report.reason.sis_code if reason and report and report.reason else ""
        sis = own or word.sis_code or word.letter
        yield number, name, on.isoformat(), word.category, sis, minutes, reason, METHODS[method]


METHODS = {
    "r": "roll", "o": "office", "k": "kiosk", "t": "text", "d": "internship", "i": "import",
}  # fmt: skip


def _reports(viewer: Viewer, span: Span) -> dict[tuple[int, date], Report]:
    keys = visible_reports(viewer).filter(since_on__lte=span.last, until_on__gte=span.first)
    students = set(keys.values_list("student_id", flat=True))
    return reports_by_day(viewer.school, span.first, span.last, students)
