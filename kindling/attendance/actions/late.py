"""A tap that was kept on a phone and reaches us after others have spoken. Nothing said is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kindling.attendance.expected import minutes_between, moment_of
from kindling.attendance.following import Changed, count_days
from kindling.attendance.models import Day
from kindling.history.steps import record
from kindling.schools.viewer import Viewer

State, Standing = Day.State, Day.Standing


def hear_late_arrival(day: Day, at: datetime, goal: str, *, by: Viewer) -> None:
    """The student came at `at`. Who said they were not there is contradicted; the rest stands."""
    said: dict[str, Any] = {}
    if day.student_in_at is None:
        said = {"student_in_at": at, "goal": day.goal or goal}
    if said and day.state == State.ABSENT:
        said |= _disputed(minutes_between(at, _end_of_plan(day) or at))
    _change(day, said, by)
    record("day.late_tap", day, by=by)


def hear_late_leave(day: Day, at: datetime, line: str, *, by: Viewer) -> None:
    """The student left at `at`. What the mentor or staff said keeps counting."""
    said: dict[str, Any] = {}
    if day.student_out_at is None and day.student_in_at is not None:
        said = {"student_out_at": max(at, day.student_in_at)}
        if day.state == State.DISPUTED and day.mentor_in_at is None:
            said |= _disputed(minutes_between(day.student_in_at, at))
    if line and not day.line:
        said["line"] = line
    _change(day, said, by)
    record("day.late_tap", day, by=by)


def _disputed(minutes: int) -> dict[str, Any]:
    return {"state": State.DISPUTED, "standing": Standing.DISPUTED, "minutes": minutes}


def _end_of_plan(day: Day) -> datetime | None:
    if day.planned_ends_at is None:
        return None
    return moment_of(day.on, day.planned_ends_at, day.placement.school.zone)


def _change(day: Day, said: dict[str, Any], by: Viewer) -> None:
    if said:
        before = day.sums
        Day.objects.change(day, **said)
        count_days([Changed(day, before)], by=by)
