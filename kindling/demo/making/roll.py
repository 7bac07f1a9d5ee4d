"""Four months of rolls: most are there, some are late, a few are away too often."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from kindling.advisory.models import AdvisoryAdvisor, AdvisoryStudent
from kindling.attendance.models import Day
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.roll.codes import AWAY, EXCUSED, HERE, LATE
from kindling.roll.following import best_letters
from kindling.roll.models import Correction, Mark, MonthSum, SchoolMonth
from kindling.roll.proof import proof_of
from kindling.schedule.queries import open_days
from kindling.schools.models import School

REASONS = [
    "Her mother called: a doctor’s visit.",
    "Came with the late bus, the driver says so.",
    "Was in the workshop, I saw him there.",
    "A note from the dentist.",
]


def make_roll(school: School, students: list[Student], chance: random.Random) -> None:
    """Marks of every school day until today; Tide's roll of today waits for Ana."""
    today = school.today()
    seats = AdvisoryStudent.objects.filter(school=school, until_on__isnull=True)
    advisory = dict(seats.values_list("student", "advisory"))
    leads = AdvisoryAdvisor.objects.filter(school=school).values_list("advisory", "person")
    takes = dict(leads)
    waits = seats.get(student=students[0]).advisory_id
    days = best_letters(Day.objects.filter(school=school))
    placed = set(school_placed(school))
    dates = open_days(school, students[0].enrolled_on, today)
    marks: list[Mark] = []
    for student in students:
        often = {HERE: 70, LATE: 8, AWAY: 13, EXCUSED: 9} if chance.random() < 0.07 else USUAL
        for on in dates:
            said = days.get((student.pk, on))
            if said is not None or (on == today and advisory[student.pk] == waits):
                if said:
                    marks.append(from_day(student, on, said))
                continue
            if on.weekday() in school.weekdays and student.pk in placed:
                continue  # silent on an internship day: somebody has to say what happened
            code = chance.choices(list(often), list(often.values()))[0]
            marks.append(taken(student, on, code, takes[advisory[student.pk]], chance))
    Mark.objects.bulk_create(marks, batch_size=800)
    correct(school, marks, chance)
    off = proof_of(school)
    MonthSum.objects.add(school.pk, off.sums)
    SchoolMonth.objects.add(school.pk, off.months)


def school_placed(school: School) -> list[int]:
    return list(Placement.objects.filter(school=school).values_list("student", flat=True))


USUAL = {HERE: 930, LATE: 35, AWAY: 12, EXCUSED: 23}


def from_day(student: Student, on: date, said: str) -> Mark:
    return Mark(student=student, on=on, code=said, method=Mark.FROM_DAY)


def taken(student: Student, on: date, code: str, by: int, chance: random.Random) -> Mark:
    minutes = chance.choice([4, 6, 9, 12, 18, 25]) if code == LATE else 0
    said = 9 * 60 + chance.randint(0, 12)
    return Mark(student=student, on=on, code=code, minutes=minutes, by_id=by, said=said)


def correct(school: School, marks: list[Mark], chance: random.Random) -> None:
    """Some absences were another letter first."""
    typed = [m for m in marks if m.code in {EXCUSED, LATE} and m.method != Mark.FROM_DAY]
    Correction.objects.bulk_create(
        Correction(
            school=school, student_id=mark.student_id, on=mark.on, was_code=AWAY, code=mark.code,
            minutes=mark.minutes, why=chance.choice(REASONS), by_id=mark.by_id,
            at=datetime.combine(mark.on + timedelta(days=1), time(10, 5), school.zone),
        )
        for mark in typed[:: max(1, len(typed) // 24)]
    )  # fmt: skip
