"""A student says: I'm leaving, and a line about the day."""

from __future__ import annotations

from datetime import time

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import check_in, check_out, say_absent, settle_day
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.tests.placed import TUESDAY, at, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture
def day(cast, placement):
    return check_in(placement, by=cast.as_("jordan"))


def hours(placement):
    row = Hours.objects.get(placement=placement)
    return row.confirmed, row.waiting, row.disputed


def test_the_minutes_wait_for_the_mentor(cast, day, placement):
    with time_machine.travel(at("2026-10-13 14:05")):
        check_out(day, line="Held a hawk", tap="t2", by=cast.as_("jordan"))

    day = Day.objects.get()
    assert (day.state, day.standing, day.minutes, day.line) == (
        "checked_out", "waiting", 305, "Held a hawk",
    )  # fmt: skip
    assert hours(placement) == (0, 305, 0)
    assert [e.kind for e in day.entries.order_by("pk")] == ["check_in", "check_out"]


def test_a_second_tap_changes_nothing(cast, day, placement):
    with time_machine.travel(at("2026-10-13 14:00")):
        check_out(day, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 15:00")):
        check_out(Day.objects.get(), line="Later", tap="t3", by=cast.as_("jordan"))

    assert Day.objects.get().line == ""
    assert hours(placement) == (0, 300, 0)
    assert Entry.objects.count() == 2


def test_check_out_before_check_in_is_refused(cast, placement):
    silent = Day.objects.row_for(placement, spoken_on(placement).expected, None)[0]

    with pytest.raises(Refused, match=r"^Check in first: tap “I’m here” when you arrive.$"):
        check_out(silent, by=cast.as_("jordan"))


def test_leaving_after_midnight_belongs_to_the_day_before(cast, day):
    with time_machine.travel(at("2026-10-14 00:30")):
        check_out(day, by=cast.as_("jordan"))

    day = Day.objects.get()
    assert (day.on, day.minutes) == (TUESDAY, 15 * 60 + 30)


def test_the_next_morning_one_says_when_one_left(cast, day, placement):
    with time_machine.travel(at("2026-10-14 09:00")):
        with pytest.raises(Refused, match=r"^This day is over. Say at what time you left.$"):
            check_out(day, by=cast.as_("jordan"))
        check_out(day, left_at=time(13, 45), by=cast.as_("jordan"))

    assert hours(placement) == (0, 285, 0)


def test_nobody_leaves_before_they_came(cast, day):
    with pytest.raises(Refused, match="Enter a time after 9:00"):
        check_out(day, left_at=time(8), by=cast.as_("jordan"))

    assert Day.objects.get().state == "checked_in"


def test_nobody_leaves_in_the_future(cast, day):
    with time_machine.travel(at("2026-10-13 12:00")):
        check_out(day, left_at=time(16), by=cast.as_("jordan"))

    assert Day.objects.get().minutes == 180


def test_a_day_somebody_answered_stays_answered(cast, placement, day):
    say_absent(spoken_on(placement), by=with_pass(cast.sam, placement))

    with pytest.raises(Refused, match="already answered"):
        check_out(Day.objects.get(), by=cast.as_("jordan"))


def test_a_day_settled_meanwhile_is_not_overwritten(cast, day):
    settle_day(Day.objects.get(), minutes=60, reason="Sick", by=cast.as_("chen"))

    with pytest.raises(Refused, match="just now"):
        check_out(day, by=cast.as_("jordan"))

    assert Day.objects.get().minutes == 60


def test_a_clock_change_in_the_middle_of_a_day_counts_real_time(cast):
    placement = make_placement(
        cast.jordan, cast.clinic, cast.sam, weekdays=(6,), starts_at=time(0), ends_at=time(8)
    )
    with time_machine.travel(at("2026-11-01 00:30")):
        day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-11-01 05:00")):
        check_out(day, by=cast.as_("jordan"))

    assert Day.objects.get().minutes == 5 * 60 + 30


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "tasha", "otto"])
def test_nobody_checks_out_for_somebody_else(cast, day, name):
    with pytest.raises(PermissionDenied):
        check_out(day, by=cast.as_(name))
