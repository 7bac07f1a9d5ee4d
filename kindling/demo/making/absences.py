"""Who was away these months and why, one who is sick today, and who is silent now."""

from __future__ import annotations

import random
from datetime import time, timedelta
from typing import Any

from kindling.absences.actions import report_absence, seed_reasons
from kindling.absences.models import Kind, Reason, Report, Voice
from kindling.attendance.expected import moment_of
from kindling.attendance.models import Day
from kindling.ladder.actions import climb_school, take_alarm
from kindling.ladder.looking import Silent, look
from kindling.ladder.models import Alarm, Ladder
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

WHY = ["sick", "sick", "sick", "appointment", "family", "transport", "other"]


def make_absences(school: School, students: list[Student], chance: random.Random) -> None:
    """Reasons, what was reported, and today's alarms as far as the clock has come."""
    seed_reasons(by=Viewer.system(school))
    report_days(school, chance)
    report_sick(school, students)
    make_alarms(school)


def report_days(school: School, chance: random.Random) -> None:
    """A word about each day on which somebody was not there; the family knew of most."""
    reasons = {one.code: one for one in Reason.objects.filter(school=school)}
    held = Connection.objects.filter(school=school, role=Role.GUARDIAN).select_related("adult")
    families = {one.student_id: one.adult for one in held}
    days = Day.objects.filter(school=school, state=Day.State.ABSENT, on__lt=school.today())
    reports = []
    for day in days.select_related("student__person").order_by("on", "pk"):
        family = families.get(day.student_id)
        cleared = family is not None and chance.random() < 0.8
        reports.append(
            Report(
                school=school, student=day.student, kind=Kind.ABSENT, since_on=day.on,
                until_on=day.on, reason=reasons[chance.choice(WHY)],
                voice=Voice.GUARDIAN if cleared else Voice.STUDENT,
                by=family if cleared else day.student.person,
                at=moment_of(day.on, day.planned_starts_at or time(9), school.zone) - timedelta(minutes=50),
                state=Report.State.CLEARED if cleared else Report.State.UNEXCUSED,
                decided_by=family if cleared else None,
            )
        )  # fmt: skip
    once = {(one.student_id, one.since_on): one for one in reports}
    Report.objects.bulk_create(once.values(), batch_size=400)


def report_sick(school: School, students: list[Student]) -> None:
    """One of Ana's students is sick today and said so; the family has not answered yet."""
    here = set(
        Day.objects.filter(school=school, on=school.today()).values_list("student", flat=True)
    )
    ana = Person.objects.get(school=school, name="Ana Reyes")
    mine = set(Connection.objects.filter(adult=ana).values_list("student", flat=True))
    free = [one for one in students[2:] if one.pk in mine and one.pk not in here]
    for student in free[:1]:
        by = Viewer.of_person(student.person)
        report_absence(student, reason="sick", note="Fever since last night.", by=by)


def make_alarms(school: School) -> None:
    """Let the ladder climb once. In the evening, when it would not, two alarms stand as they were."""
    Ladder.objects.get_or_create(school=school)
    climb_school(school)
    if not Alarm.objects.filter(school=school).exists():
        for silent in overdue(school)[:2]:
            raise_alarm(school, silent)
    alarms = Alarm.objects.filter(school=school, state=Alarm.State.OPEN).order_by("due_at", "pk")
    chen = Person.objects.get(school=school, name="Chen Wu")
    for alarm in alarms[1:2]:
        did = "The place has not seen them. I called home and wait for an answer."
        take_alarm(alarm, by=Viewer.of_person(chen), did=did)


def overdue(school: School) -> list[Silent]:
    seen = look(school, school.now())
    late = [one for one in seen.silent.values() if one.due_at + timedelta(minutes=30) < seen.now]
    return sorted(
        (one for one in late if one.on == school.today()), key=lambda one: one.placement_id
    )


def raise_alarm(school: School, silent: Silent) -> None:
    placement = Placement.objects.get(pk=silent.placement_id)
    facts: dict[str, Any] = {
        "due_at": silent.due_at,
        "ends_at": silent.ends_at,
        "passed": 23,
        "office_at": school.now(),
    }
    Alarm.objects.create(
        school=school, placement=placement, student=placement.student, on=silent.on, **facts
    )
