"""What a student at the tablet can say now: about the internship, else about the school day."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.attendance.expected import minutes_between, moment_of
from kindling.attendance.turns import Turn, turns_of
from kindling.people.models import Student
from kindling.roll.codes import HERE, LATE, codes_of
from kindling.roll.models import Mark
from kindling.schedule.queries import is_school_day, plan_of
from kindling.schools.viewer import Viewer

GRACE = 5  # minutes after the first bell that are not late
GO, LEAVE, NOTHING = "go", "leave", "nothing"


@dataclass(frozen=True)
class Standing:
    """`step` says which button is the next one; `sentence` what is so, where there is none.

    Without a turn it is a school day: `letter` and `minutes` are what the roll gets.
    """

    step: str
    sentence: str = ""
    turn: Turn | None = None
    letter: str = HERE
    minutes: int = 0


def standing_of(student: Student, viewer: Viewer) -> Standing:
    """Return what this student can say. `viewer` is the student."""
    turns = turns_of(viewer)
    turn = turns.now
    if turn is None:
        return _school_day(student, viewer)
    if turn.step == "done":
        return Standing(NOTHING, _("Today is noted. See you."), turn)
    return Standing(GO if turn.step == "go" else LEAVE, turn=turn)


def _school_day(student: Student, viewer: Viewer) -> Standing:
    school = viewer.school
    today, now = school.today(), school.now()
    student.school = school
    plan = plan_of(student, today)
    # A school that has written no weekly schedule yet has its days from the calendar alone.
    is_on = plan.blocks or (not plan.week and is_school_day(school, today, student.grade))
    if plan.closed or not is_on:
        return Standing(NOTHING, plan.closed or _("No school for you today."))
    mark = Mark.objects.filter(student=student, on=today).first()
    if mark is not None and not codes_of(school).of(mark.code).is_absent:
        return Standing(NOTHING, _("You are here already."))
    bells = [moment_of(today, slot.starts_at, school.zone) for slot in plan.blocks]
    late = minutes_between(min(bells, default=now), now)
    if late > GRACE:
        return Standing(GO, letter=LATE, minutes=late)
    return Standing(GO)
