"""Staff have the last word, and say why."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import check_in, check_out, correct_times, settle_day
from kindling.attendance.models import Day, Hours
from kindling.attendance.tests.placed import at, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture
def day(cast, placement):
    """Jordan says until 14:05, Sam says until noon."""
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:05")):
        check_out(day, by=cast.as_("jordan"))
    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 09:00"), out_at=at("2026-10-13 12:00"),
        by=with_pass(cast.sam, placement),
    )  # fmt: skip
    return Day.objects.get()


def test_settling_keeps_what_everybody_said(cast, placement, day):
    settle_day(day, minutes=180, reason="Sam saw him leave", by=cast.as_("ana"))

    day = Day.objects.get()
    assert (day.state, day.standing, day.minutes) == ("settled", "confirmed", 180)
    assert (day.settled_by, day.settled_reason) == (cast.ana, "Sam saw him leave")
    assert day.student_out_at is not None
    assert day.mentor_out_at == at("2026-10-13 12:00")
    assert [(e.voice, e.kind, e.minutes) for e in day.entries.order_by("pk")] == [
        ("student", "check_in", None),
        ("student", "check_out", 305),
        ("mentor", "correct", 180),
        ("staff", "settle", 180),
    ]
    row = Hours.objects.get(placement=placement)
    assert (row.confirmed, row.waiting, row.disputed) == (180, 0, 0)


def test_settling_again_keeps_the_first_settlement_too(cast, day):
    settle_day(day, minutes=180, reason="First", by=cast.as_("ana"))
    settle_day(Day.objects.get(), minutes=240, reason="Second", by=cast.as_("chen"))

    day = Day.objects.get()
    assert [e.text for e in day.entries.filter(kind="settle").order_by("pk")] == [
        "First", "Second",
    ]  # fmt: skip
    assert Hours.objects.get().confirmed == 240


def test_a_day_nobody_spoke_about_can_be_settled(cast, placement):
    settle_day(spoken_on(placement, date(2026, 10, 8)), minutes=0, reason="Ill", by=cast.as_("ana"))

    assert (Day.objects.get().state, Day.objects.get().minutes) == ("settled", 0)


@pytest.mark.parametrize("minutes", [-1, 961])
def test_a_day_has_sixteen_hours_at_most(cast, day, minutes):
    with pytest.raises(Refused, match="between 0 and 16 hours"):
        settle_day(day, minutes=minutes, reason="x", by=cast.as_("ana"))


def test_two_who_settle_at_once_do_not_overwrite_each_other(cast, day):
    other = Day.objects.get()
    settle_day(day, minutes=180, reason="First", by=cast.as_("ana"))

    with pytest.raises(Refused, match="just now"):
        settle_day(other, minutes=300, reason="Second", by=cast.as_("chen"))

    assert Hours.objects.get().confirmed == 180


@pytest.mark.parametrize("name", ["ana", "chen", "dana"])
def test_the_advisor_the_coordinator_and_the_principal_settle(cast, day, name):
    assert settle_day(day, minutes=1, reason="x", by=cast.as_(name)).state == "settled"


@pytest.mark.parametrize("name", ["jordan", "maya", "sam", "priya", "liam", "otto"])
def test_nobody_else_settles(cast, day, name):
    with pytest.raises(PermissionDenied):
        settle_day(day, minutes=1, reason="x", by=cast.as_(name))


def test_an_advisor_of_other_students_does_not_settle(cast, day):
    other = make_person(cast.school, "Ben Okoro", Role.ADVISOR)
    connect(cast.maya, other, Role.ADVISOR, by=Viewer.system(cast.school))

    with pytest.raises(PermissionDenied):
        settle_day(day, minutes=1, reason="x", by=Viewer.of_person(other))
