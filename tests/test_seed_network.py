"""The network to measure on: as many rows as asked for, and sums that are those of their days."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kindling.attendance.models import Day
from kindling.attendance.sums import wrong_sums as wrong_hours
from kindling.demo.network.plan import Plan, school_days
from kindling.people.models import Student
from kindling.roll.models import Mark
from kindling.roll.proof import wrong_marks, wrong_months, wrong_sums
from kindling.schools.models import Installation, School

pytestmark = pytest.mark.django_db


def seed(**asked) -> str:
    said = StringIO()
    call_command("seed_network", **asked, stdout=said)
    return said.getvalue()


def test_a_small_network_whose_sums_are_right():
    said = seed(schools=3, students=12, days=40)

    schools = list(School.objects.order_by("slug"))
    assert [Student.objects.filter(school=one).count() for one in schools] == [6, 3, 3]
    assert (Mark.objects.count(), "480 marks" in said) == (480, True)
    assert Day.objects.filter(standing="confirmed").exists()
    for school in schools:
        wrong = wrong_sums(school), wrong_marks(school, school.today()), wrong_hours(school)
        assert (*wrong, wrong_months(school)) == ({}, {}, [], {})


def test_a_real_school_is_left_alone(cast):
    with pytest.raises(CommandError):
        seed(schools=1, students=1, days=1)

    assert (School.objects.count(), Installation.objects.get().is_demo) == (2, False)


def test_it_is_made_once():
    seed(schools=1, students=2, days=5)

    with pytest.raises(CommandError):
        seed(schools=1, students=2, days=5)


def test_the_plan_adds_up():
    sizes = Plan(275, 30_000, 334).sizes()

    assert (len(sizes), sum(sizes), sizes[0]) == (275, 30_000, 500)


def test_school_days_leave_out_weekends_and_the_winter():
    days = school_days(date(2026, 1, 6), 4)

    assert days == [
        date(2025, 12, 18), date(2025, 12, 19), date(2026, 1, 5), date(2026, 1, 6)
    ]  # fmt: skip
