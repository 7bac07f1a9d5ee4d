"""Fifteen minutes, thirty, an hour: who is told when nobody hears from a student."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from kindling.attendance.tests.placed import at, make_placement
from kindling.history.models import Event
from kindling.ladder.actions import change_ladder, climb_ladders, take_alarm
from kindling.ladder.models import Alarm, Call, Ladder
from kindling.ladder.tests.clock import climb_at, clock, letters, the_alarm, told
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.schools.models import Membership
from tests.cast import make_student


@pytest.fixture
def placed(cast):
    """Luis is expected at the shelter from nine to two."""
    return make_placement(cast.luis, cast.shelter, cast.sam)


def test_nobody_is_told_before_the_first_minutes_are_over(cast, placed):
    climb_at("8:50", "9:00", "9:14")

    assert not Alarm.objects.exists()


def test_after_fifteen_minutes_the_student_is_reminded(cast, placed):
    climb_at("9:15")

    assert told() == [("Luis", "student")]
    assert letters("remind") == [
        ("Luis", "Are you at Harbor Animal Shelter? You have not checked in")
    ]


def test_rung_by_rung_and_nobody_twice(cast, placed):
    climb_at("9:15", "9:20", "9:30", "9:31", "9:59", "10:00", "10:20", "10:21", "11:00")

    assert told() == [
        ("Luis", "student"), ("Ana", "advisor"), ("Sam", "mentor"), ("Chen", "office"),
        ("Priya", "office"), ("Dana", "principal"),
    ]  # fmt: skip
    assert the_alarm().next_at is None


def test_the_advisor_gets_it_at_night_too_and_the_mentor_does_not(cast):
    """A bakery that begins at half past five: its mentor sleeps or works, the safety ladder not."""
    make_placement(cast.luis, cast.shelter, cast.sam, starts_at=time(5, 30))

    climb_at("5:45", "6:00", "6:30")

    states = dict(Notice.objects.values_list("person__given_name", "state"))
    assert (states["Sam"], states["Luis"]) == ("held", "held")
    assert "held" not in (states["Ana"], states["Chen"], states["Priya"])


def test_the_mentor_reads_a_first_name_and_no_more(cast, placed):
    climb_at("9:15", "9:30")

    letter = Notice.objects.get(person=cast.sam)
    assert letter.subject == "Is Luis with you?"
    assert "Diaz" not in letter.subject + letter.body + letter.short


def test_who_has_it_stops_the_climb(cast, placed):
    climb_at("9:15", "9:30")
    with clock("9:33"):
        take_alarm(the_alarm(), by=cast.as_("ana"))
    climb_at("10:05", "11:00")

    assert not Call.objects.filter(part__in=["office", "principal"]).exists()


def test_after_an_outage_straight_to_the_current_rung_with_one_message_each(cast, placed):
    """The worker slept from before nine until ten past ten: three students, one text a person."""
    make_placement(cast.maya, cast.clinic, cast.sam)
    make_placement(cast.jordan, cast.clinic, cast.sam)
    climb_at("8:50")

    climb_at("10:11")

    assert told() == [(name, "office") for name in ("Chen",) * 3 + ("Priya",) * 3]
    assert letters("silent") == [
        ("Chen", "3 students have not checked in"), ("Priya", "3 students have not checked in"),
    ]  # fmt: skip
    climb_at("10:12", "10:13")
    assert len(letters("silent")) == 2


def test_no_alarm_hours_after_the_day_is_over(cast, placed):
    climb_at("16:01", "18:00", "23:00")

    assert not Alarm.objects.exists()


def test_a_day_across_midnight(cast):
    """Night shift at the radio: due at 23:30, the office hears of it at half past midnight."""
    night = make_placement(
        cast.luis, cast.shelter, cast.sam, starts_at=time(23, 30),
        ends_at=time(23, 59),
    )  # fmt: skip

    climb_at("23:45")
    climb_at("0:00", "0:30", day="2026-10-14")

    assert the_alarm().placement == night
    assert [row for row in told() if row[1] == "office"] == [
        ("Chen", "office"),
        ("Priya", "office"),
    ]


@pytest.mark.parametrize("day", ["2026-11-01", "2027-03-14"])
def test_minutes_are_real_minutes_when_the_clocks_change(cast, day):
    """Both Sundays at six in the morning: the change is over, and fifteen minutes are fifteen."""
    make_placement(cast.luis, cast.shelter, cast.sam, weekdays=(6,), starts_at=time(6, 0))

    climb_at("6:14", day=day)
    assert not Alarm.objects.exists()
    climb_at("6:15", day=day)
    assert the_alarm().due_at == at(f"{day} 06:00")


def test_an_hour_that_comes_twice(cast):
    """Due at 0:50 on the night the clocks go back: an hour later it is 1:50 for the first time."""
    make_placement(
        cast.luis, cast.shelter, cast.sam, weekdays=(6,), starts_at=time(0, 50),
        ends_at=time(5, 0),
    )  # fmt: skip

    climb_at("1:05", "1:20", "1:50", day="2026-11-01")

    assert [row[1] for row in told()] == ["student", "advisor", "mentor", "office", "office"]


def test_two_zones_in_one_network(cast, placed):
    """Nine o'clock at Northgate, in Los Angeles, comes three hours later."""
    cast.north.timezone = "America/Los_Angeles"
    cast.north.save()
    kim = make_student(cast.north, "Kim Lee", "101", date(2010, 1, 1))
    make_placement(kim, cast.shelter, cast.otto)

    climb_at("9:15")
    assert [alarm.student for alarm in Alarm.objects.all()] == [cast.luis]
    climb_at("12:15")
    assert {alarm.student for alarm in Alarm.objects.all()} == {cast.luis, kim}


def test_minutes_are_the_schools(cast, placed):
    change_ladder(
        by=cast.as_("dana"), student_after=5, guides_after=10, office_after=10, principal_after=40,
    )  # fmt: skip

    climb_at("9:05", "9:10")

    assert [row[1] for row in told()] == ["student", "advisor", "mentor", "office", "office"]


def test_a_school_may_let_the_family_be_told_by_itself(cast, placed):
    change_ladder(by=cast.as_("dana"), family_by_itself=True, family_after=75)

    climb_at("9:15", "9:30", "10:00", "10:15")

    letter = Notice.objects.get(kind="ladder/family")
    held = Pass.objects.get(public_id=letter.link_id)
    assert (letter.person, letter.language) == (cast.rosa, "es")
    assert (held.purpose, held.subjects) == ("family_absence", [cast.luis.public_id])


def test_a_school_may_switch_it_off(cast, placed):
    change_ladder(by=cast.as_("dana"), is_on=False)

    climb_at("9:15", "10:30")

    assert not Alarm.objects.exists()


def test_without_an_office_the_principal_is_told(cast, placed):
    Membership.objects.filter(role__in=["coordinator", "registrar"]).delete()

    climb_at("9:15", "9:30", "10:00")

    assert [row for row in told() if row[1] == "office"] == [("Dana", "office")]


def test_every_step_is_in_the_record(cast, placed):
    climb_at("9:15", "9:30", "10:00")

    events = Event.objects.filter(subject_id=the_alarm().public_id).order_by("pk")
    assert [(e.verb, e.detail.get("tell")) for e in events] == [
        ("alarm.raise", None), ("alarm.climb", ["student"]), ("alarm.climb", ["guides"]),
        ("alarm.climb", ["office"]),
    ]  # fmt: skip


def test_a_changed_timetable_is_noticed_within_five_minutes(cast):
    climb_at("9:14")
    make_placement(cast.luis, cast.shelter, cast.sam)
    climb_at("9:19")

    assert the_alarm().student == cast.luis


def test_the_database_keeps_one_alarm_a_day(cast, placed):
    climb_at("9:15")
    alarm = the_alarm()

    with pytest.raises(IntegrityError), transaction.atomic():
        Alarm.objects.create(
            school=cast.school, placement=placed, student=cast.luis, on=alarm.on,
            due_at=alarm.due_at, ends_at=alarm.ends_at,
        )  # fmt: skip


def test_a_school_that_fails_does_not_hold_up_the_others(cast, placed, monkeypatch):
    kim = make_student(cast.north, "Kim Lee", "101", date(2010, 1, 1))
    make_placement(kim, cast.shelter, cast.otto)
    cast.school.timezone = "Mars/Olympus"
    type(cast.school).objects.filter(pk=cast.school.pk).update(timezone="Mars/Olympus")

    with clock("9:15"), pytest.raises(Exception, match="Mars"):
        climb_ladders()

    assert the_alarm().student == kim


def test_looking_when_nothing_is_due_is_three_statements(cast, placed, django_assert_num_queries):
    climb_at("9:15")
    assert Ladder.objects.count() == 2

    with clock("9:15"), django_assert_num_queries(3):
        climb_ladders()
