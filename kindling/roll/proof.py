"""Proves that the sums are those of the marks and days, and that marks follow their days."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from kindling.attendance.models import Day
from kindling.roll.codes import codes_of
from kindling.roll.following import best_letters
from kindling.roll.models import Mark, MonthSum, SchoolMonth
from kindling.roll.models.mark import Key
from kindling.roll.models.month import MonthKey
from kindling.roll.sums import of_school
from kindling.schools.models import School


def right_sums(school: School) -> dict[MonthKey, Counter[str]]:
    """Add up all marks and days of a school by student and month. Three statements."""
    codes = codes_of(school)
    sums: dict[MonthKey, Counter[str]] = {}
    marks = Mark.objects.filter(student__school=school).annotate(month=TruncMonth("on"))
    for student, month, code, n in (
        marks.values_list("student_id", "month", "code").order_by().annotate(n=Count("on"))
    ):
        sums.setdefault((student, month), Counter())[codes.of(code).meaning] += n
    days = Day.objects.filter(school=school, standing__in=Day.COUNTED)
    for student, month, n in (
        days.annotate(month=TruncMonth("on"))
        .values_list("student_id", "month")
        .order_by()
        .annotate(n=Sum("minutes"))
    ):
        sums.setdefault((student, month), Counter())["minutes"] += n
    return sums


@dataclass(frozen=True)
class Off:
    """What has to be added to the kept sums of students and of the school; empty: all is well."""

    sums: dict[MonthKey, Counter[str]]
    months: dict[date, Counter[str]]


def proof_of(school: School) -> Off:
    """Compare all kept sums with marks and days, which are added up once."""
    sums = right_sums(school)
    months = of_school(sums)
    for row in MonthSum.objects.filter(school=school):
        kept = Counter({part: getattr(row, part) for part in MonthSum.PARTS})
        sums.setdefault((row.student_id, row.month), Counter()).subtract(kept)
    for month, told in SchoolMonth.objects.filter(school=school).totals().items():
        months.setdefault(month, Counter()).subtract(told)
    return Off(
        {key: change for key, change in sums.items() if any(change.values())},
        {month: change for month, change in months.items() if any(change.values())},
    )


def wrong_sums(school: School) -> dict[MonthKey, Counter[str]]:
    """Return by how much the students' sums are off: what has to be added to each."""
    return proof_of(school).sums


def wrong_months(school: School) -> dict[date, Counter[str]]:
    """Return by how much the school's own months are off: what has to be added to each."""
    return proof_of(school).months


def wrong_marks(school: School, until: date) -> dict[Key, tuple[str, str]]:
    """Return student and day → (the mark's letter, what the internship day says), "" for none.

    Looks at marks that come from days and at days that nobody marked, before `until`.
    """
    days = Day.objects.filter(school=school, on__lt=until)
    said = best_letters(days.only("student", "on", "state", "standing", "minutes"))
    marks = dict(_marks_of(school, until))
    wrong = {}
    for key in {*said, *(key for key, (_code, method) in marks.items() if method == Mark.FROM_DAY)}:
        code, method = marks.get(key, ("", Mark.FROM_DAY))
        if (
            method == Mark.FROM_DAY
            and code != said.get(key, "")
            and not _is_waiting(key, code, said)
        ):
            wrong[key] = (code, said.get(key, ""))
    return wrong


def _is_waiting(key: Key, code: str, said: dict[Key, str]) -> bool:
    """A check-in without an end says nothing for good: the clock marks it the day after."""
    return key in said and not said[key] and code in {"", "I"}


def _marks_of(school: School, until: date) -> list[tuple[Key, tuple[str, str]]]:
    rows = Mark.objects.filter(student__school=school, on__lt=until)
    return [
        ((student, on), (code, method))
        for student, on, code, method in rows.values_list("student_id", "on", "code", "method")
    ]
