"""What ends an alarm by itself, and what begins it once more."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.absences.actions import report_absence, report_late, take_back_report
from kindling.attendance.actions import check_in
from kindling.attendance.tests.placed import at, close, make_placement
from kindling.ladder.actions import change_ladder
from kindling.ladder.models import Alarm, Call
from kindling.ladder.tests.clock import climb_at, clock, letters, the_alarm, told


@pytest.fixture
def placed(cast):
    """Luis is expected at the shelter from nine to two."""
    return make_placement(cast.luis, cast.shelter, cast.sam)


def test_a_check_in_ends_it_and_tells_who_was_alarmed(cast, placed):
    climb_at("9:15", "9:30")
    with clock("9:40"):
        check_in(placed, by=cast.as_("luis"))
    climb_at("9:41", "10:05")

    alarm = the_alarm()
    assert (alarm.state, alarm.closed_why) == ("closed", "heard")
    assert letters("over") == [("Ana", "Luis Diaz: the alarm is over")]
    assert letters("over_mentor") == [("Sam", "Luis is accounted for")]
    assert not Call.objects.filter(part="office").exists()


def test_a_report_of_being_sick_raises_nothing_and_ends_what_is_raised(cast, placed):
    climb_at("9:15")
    with clock("9:20"):
        report_absence(cast.luis, reason="sick", by=cast.as_("rosa"))
    climb_at("9:21", "9:45", "10:30")

    assert (the_alarm().closed_why, told()) == ("reported", [("Luis", "student")])


def test_who_said_to_be_late_is_expected_later(cast, placed):
    with clock("8:30"):
        report_late(cast.luis, minutes=45, by=cast.as_("luis"))

    climb_at("9:15", "9:50", "9:59")
    assert not Alarm.objects.exists()
    climb_at("10:00")
    assert the_alarm().due_at == at("2026-10-13 09:45")


def test_late_said_after_the_alarm_ends_it_until_that_time(cast, placed):
    climb_at("9:15", "9:30")
    with clock("9:35"):
        report_late(cast.luis, minutes=60, by=cast.as_("luis"))
    climb_at("9:36", "10:10")
    assert the_alarm().closed_why == "late"

    climb_at("10:15", "10:30")

    alarm = the_alarm()
    assert (alarm.state, alarm.round, alarm.due_at) == ("open", 2, at("2026-10-13 10:00"))
    assert [row for row in told() if row[0] == "Ana"] == [
        ("Ana", "advisor"), ("Ana", "advisor"), ("Ana", "over"),
    ]  # fmt: skip


def test_a_report_taken_back_begins_below_again(cast, placed):
    climb_at("9:15")
    with clock("9:20"):
        report = report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
    climb_at("9:21")
    with clock("11:00"):
        take_back_report(report, by=cast.as_("luis"))
    climb_at("11:01")

    alarm = the_alarm()
    assert (alarm.state, alarm.round) == ("open", 2)
    assert told() == [("Luis", "student"), ("Luis", "student")]


def test_no_alarm_on_a_day_off_and_a_snow_day_ends_those_there_are(cast, placed):
    climb_at("9:15", "9:30")
    close(cast.school, date(2026, 10, 13))
    climb_at("9:36", "10:30")

    assert the_alarm().closed_why == "unexpected"
    assert not Call.objects.filter(part="office").exists()


def test_what_nobody_answered_ends_with_the_day_and_tells_nobody(cast, placed):
    climb_at("9:15")
    climb_at("3:01", day="2026-10-14")

    assert (the_alarm().closed_why, told()) == ("day_over", [("Luis", "student")])


def test_switched_off_it_still_ends_what_is_open(cast, placed):
    climb_at("9:15")
    with clock("9:20"):
        change_ladder(by=cast.as_("dana"), is_on=False)
        check_in(placed, by=cast.as_("luis"))
    climb_at("9:21")

    assert the_alarm().closed_why == "heard"
