"""Many students at once, from lines that were typed or read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kindling.courses import rules
from kindling.courses.actions.placing import give_place
from kindling.courses.models import Course
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Row:
    """One line in which nothing is wrong."""

    course: Course
    student: Student
    since_on: date | None


@transaction.atomic
def enter_rows(rows: list[Row], *, by: Viewer) -> int:
    """Put all of them on their rosters, or nobody. Return how many. Refused when one is full."""
    require(all(rules.may_keep_course(by, row.course) for row in rows))
    for row in rows:
        give_place(row.course, row.student, since_on=row.since_on, by=by)
    for course in {row.course.pk: row.course for row in rows}.values():
        count = sum(row.course.pk == course.pk for row in rows)
        record("course.enter_rows", course, by=by, rows=count)
    return len(rows)
