"""A whole school is silent: the statements do not follow the number of students."""

from __future__ import annotations

import time
from datetime import date

import pytest

from kindling.attendance.tests.placed import Statements
from kindling.ladder.actions import climb_ladders
from kindling.ladder.models import Alarm, Call
from kindling.ladder.tests.clock import climb_at, clock
from kindling.notices.models import Notice
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement, PlannedDay, Pursuit
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.sites.models import Seat
from tests.cast import FIRST_DAY

SINCE = date(2026, 9, 1)


def fill(cast, number: int, advisors: int = 5) -> None:
    """So many students at the shelter since September, each with one of a few advisors."""
    school, place = cast.school, cast.shelter
    people = Person.objects.bulk_create(
        Person(school=school, given_name=f"Kim{n}", email=f"kim{n}@example.org").compose()
        for n in range(number + advisors)
    )
    students = Student.objects.bulk_create(
        Student(school=school, person=person, grade="101", enrolled_on=FIRST_DAY)
        for person in people[:number]
    )
    seats = Seat.objects.bulk_create(
        Seat(school=school, opportunity=place, number=100 + n) for n in range(number)
    )
    pursuits = Pursuit.objects.bulk_create(
        Pursuit(school=school, student=one, opportunity=place, seat=seat, why="", state="landed")
        for one, seat in zip(students, seats, strict=True)
    )
    placements = Placement.objects.bulk_create(
        Placement(
            school=school, pursuit=pursuit, student=pursuit.student, opportunity=place,
            site=place.site, mentor=cast.sam, starts_on=SINCE,
        )
        for pursuit in pursuits
    )  # fmt: skip
    PlannedDay.objects.bulk_create(
        PlannedDay(
            school=school, placement=one, weekday=1, starts_at="09:00", ends_at="14:00",
            since_on=SINCE,
        )
        for one in placements
    )  # fmt: skip
    Connection.objects.bulk_create(
        Connection(
            school=school, student=student, adult=people[number + n % advisors],
            role=Role.ADVISOR, since_on=FIRST_DAY,
        )
        for n, student in enumerate(students)
    )  # fmt: skip


def statements_at(*times: str) -> list[int]:
    """How many statements each look takes."""
    counts = []
    for moment in times:
        with clock(moment), Statements() as sent:
            climb_ladders()
        counts.append(sent.count)
    return counts


@pytest.mark.parametrize("number", [30, 200])
def test_every_rung_costs_the_same_for_thirty_and_two_hundred(cast, number):
    fill(cast, number)
    climb_at("8:50")

    reminded, guides, office, principal = statements_at("9:15", "9:30", "10:00", "10:20")

    assert (reminded, guides, office, principal) == (25, 30, 26, 25)
    assert Alarm.objects.count() == number


def test_three_thousand_are_reminded_at_once_and_an_adult_gets_one_message(cast):
    fill(cast, 3000, advisors=150)
    climb_at("8:50")

    began = time.monotonic()
    reminded, guides = statements_at("9:15", "9:30")

    assert time.monotonic() - began < 60
    # Rows are written 500 at a time: six statements where thirty students need one.
    assert reminded < 80
    assert guides < 80
    assert Call.objects.filter(part="student").count() == 3000
    assert Notice.objects.filter(kind="ladder/silent").count() == 150
    assert Notice.objects.filter(kind="ladder/mentor").count() == 1
