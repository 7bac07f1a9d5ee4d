"""Days about which the school already knows that the student does not come.

Apps above this one (absences) know them. They register a function here; attendance asks it before
it asks a mentor, and knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from kindling.attendance.models import Day
from kindling.attendance.waiting import Spoken
from kindling.schools.models import School

# School, first day, last day, students' keys → (student's key, day). A constant few statements.
type Source = Callable[[School, date, date, Collection[int]], set[tuple[int, date]]]

SOURCES: list[Source] = []


def know_absent(source: Source) -> Source:
    """Register who knows of days on which a student does not come; twice is once."""
    if source not in SOURCES:
        SOURCES.append(source)
    return source


def but_absent(school: School, spoken: list[Spoken]) -> list[Spoken]:
    """Leave out days on which the student was not to come, unless they said they came."""
    silent = [one for one in spoken if one.day is None or one.day.state == Day.State.EXPECTED]
    if not silent:
        return spoken
    students = {one.placement.student_id for one in silent}
    first, last = min(one.on for one in silent), max(one.on for one in silent)
    known = set[tuple[int, date]]()
    for source in SOURCES:
        known |= source(school, first, last, students)
    gone = {one.key for one in silent if (one.placement.student_id, one.on) in known}
    return [one for one in spoken if one.key not in gone]
