"""What attendance is told: on which days a student does not come, as far as it was reported."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kindling.absences.models import Kind, Report
from kindling.absences.queries import reports_by_day
from kindling.attendance.absent import know_absent
from kindling.schools.models import School

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
