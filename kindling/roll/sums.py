"""Keep the sums of months right: each student's, and the school's."""

from __future__ import annotations

from collections import Counter
from datetime import date

from kindling.roll.models import MonthSum, SchoolMonth
from kindling.roll.models.mark import Key
from kindling.roll.models.month import MonthKey, Sums, month_of

type Moved = dict[MonthKey, Counter[str]]


def add(moved: Moved, key: Key, part: str, n: int) -> None:
    """Note what a change adds to the sums of a student's month."""
    student, on = key
    moved.setdefault((student, month_of(on)), Counter())[part] += n


def keep_sums(school_id: int, moved: Moved) -> None:
    """Add what moved to the students' months and to the school's. One statement each."""
    MonthSum.objects.add(school_id, moved)
    SchoolMonth.objects.add(school_id, of_school(moved))


def of_school(moved: Sums) -> dict[date, Counter[str]]:
    """Return the sums of all students by month."""
    months: dict[date, Counter[str]] = {}
    for (_student, month), change in moved.items():
        months.setdefault(month, Counter()).update(change)
    return months
