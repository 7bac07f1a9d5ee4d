"""What apps below are told: days on which a student does not come, and what waits for a word."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.absences.models import Kind, Report, Voice
from kindling.absences.queries import reports_by_day
from kindling.attendance.absent import know_absent
from kindling.roll.reported import Reported, know_reported
from kindling.schools.models import School
from kindling.schools.ready import ready

# Not those which the school refused: there the mentor's word is wanted.
BELIEVED = (Report.State.REPORTED, Report.State.CLEARED)


@know_absent
def absent_days(
    school: School, first: date, last: date, students: Collection[int]
) -> set[tuple[int, date]]:
    """Return (student's key, day) of the absences that hold. One statement."""
    found = reports_by_day(school, first, last, students)
    return {
        key
        for key, report in found.items()
        if report.kind == Kind.ABSENT and report.state in BELIEVED
    }


@know_reported
def waiting_reports(school: School, on: date, students: Collection[int]) -> dict[int, Reported]:
    """Return student's key → the latest word of this day that nobody has answered. One statement."""
    return {
        student: Reported(_words(kind, by or str(Voice(voice).label)), _address(public_id))
        for student, public_id, kind, voice, by in _waiting(school, on)
        if student in students
    }


@ready
def _waiting(school: School, on: date) -> QuerySet[Any]:
    """All of the school's: few, and a list of students would be another statement each time."""
    rows = Report.holding(school, on, on).filter(state=Report.State.REPORTED).order_by("at", "pk")
    return rows.values_list("student_id", "public_id", "kind", "voice", "by__name")


def _words(kind: str, who: str) -> str:
    if kind == Kind.LATE:
        return _("%(name)s says: comes late") % {"name": who}
    return _("Reported absent by %(name)s, not cleared yet") % {"name": who}


def _address(public_id: str) -> str:
    return reverse("absences:report", args=[public_id])
