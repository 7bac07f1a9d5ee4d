"""Who pursues what, and who landed where."""

from __future__ import annotations

import random
from datetime import time, timedelta

from kindling.demo.making.school import first_day
from kindling.people.models import Connection, Student
from kindling.placements.models import Attempt, Placement, PlannedDay, Pursuit
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.sites.models import Opportunity, Seat

WHY = [
    "I want to see if this is really for me.",
    "My cousin works near there and says they teach you things.",
    "It fits what I wrote about in my plan.",
    "I have wanted to do this since I was small.",
]


def make_internships(
    school: School, students: list[Student], places: list[Opportunity], chance: random.Random
) -> list[Placement]:
    """Place most students; let some ask, try and wait. The cast gets its own stories."""
    maya, jordan, luis = students[:3]
    seats = free_seats(places)
    landed = [land(jordan, seats.pop(seat_at(seats, places[0])), 10)]
    landed.append(land(luis, seats.pop(seat_at(seats, places[16])), 15))
    ask(maya, places[1], seats, approved=True)
    others = students[3:]
    chance.shuffle(others)
    for number, student in enumerate(others):
        seat = next((s for s in seats if fits(student, s)), None)
        if seat is None or (student.grade == "101" and number % 3):
            continue
        if len(seats) > 26:
            seats.remove(seat)
            landed.append(land(student, seat, chance.randint(2, 15)))
        elif number % 2:
            ask(student, seat.opportunity, seats, approved=bool(number % 4 == 1))
    return landed


def free_seats(places: list[Opportunity]) -> list[Seat]:
    rows = Seat.objects.filter(opportunity__in=places, opportunity__state="open")
    return list(rows.select_related("opportunity__site").order_by("opportunity", "number"))


def seat_at(seats: list[Seat], place: Opportunity) -> int:
    return next(i for i, seat in enumerate(seats) if seat.opportunity_id == place.pk)


def fits(student: Student, seat: Seat) -> bool:
    return seat.opportunity.is_old_enough(student, student.school.today())


def ask(student: Student, place: Opportunity, seats: list[Seat], *, approved: bool) -> None:
    """A request, or a permission with two attempts behind it."""
    school, today = student.school, student.school.today()
    seat = seats.pop(seat_at(seats, place)) if approved else None
    pursuit = Pursuit.objects.create(
        school=school,
        student=student,
        opportunity=place,
        why=WHY[student.pk % len(WHY)],
        seat=seat,
        state=Pursuit.State.APPROVED if approved else Pursuit.State.REQUESTED,
        until_on=today + timedelta(days=3 + student.pk % 16) if approved else None,
    )
    if seat is None:
        return
    take(seat)
    tries = [(Attempt.Kind.NO_ANSWER, 4), (Attempt.Kind.CALLED, 2)]
    for kind, days in tries:
        at = school.now() - timedelta(days=days)
        Attempt.objects.create(school=school, pursuit=pursuit, kind=kind, at=at)
    pursuit.last_attempt_at, pursuit.attempts_count = at, len(tries)
    pursuit.save(update_fields=["last_attempt_at", "attempts_count"])


def take(seat: Seat) -> None:
    seat.is_taken = True
    seat.save(update_fields=["is_taken"])


def land(student: Student, seat: Seat, weeks: int) -> Placement:
    """An internship that started this many weeks ago."""
    school, place = student.school, seat.opportunity
    today = school.today()
    start = max(first_day(school), today - timedelta(weeks=weeks, days=today.weekday() - 1))
    pursuit = Pursuit.objects.create(
        school=school, student=student, opportunity=place, seat=seat,
        why=WHY[student.pk % len(WHY)], state=Pursuit.State.LANDED,
        until_on=start + timedelta(days=7),
    )  # fmt: skip
    take(seat)
    mentor = place.site.mentors.get(is_lead=True).person
    placement: Placement = Placement.objects.create(
        school=school,
        pursuit=pursuit,
        student=student,
        opportunity=place,
        site=place.site,
        mentor=mentor,
        starts_on=start,
        goals="Learn how the work is really done.\nFind a question worth a project.",
    )
    plan(placement)
    Connection.objects.create(
        school=school, student=student, adult=mentor, role=Role.MENTOR, since_on=start
    )
    return placement


def plan(placement: Placement) -> None:
    """On the school's internship days, at the hours the place offers."""
    place = placement.opportunity
    PlannedDay.objects.bulk_create(
        PlannedDay(
            school=placement.school,
            placement=placement,
            weekday=weekday,
            starts_at=place.starts_at or time(9),
            ends_at=place.ends_at or time(15),
            since_on=placement.starts_on,
        )
        for weekday in sorted(placement.school.weekdays)
    )
