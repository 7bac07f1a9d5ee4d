"""A student says: I'm here."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import check_in, say_absent
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.tests.placed import (
    TUESDAY,
    at,
    close,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.history.models import Event
from kindling.kit.http import Refused


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def test_the_day_knows_when_and_what_for(cast, placement):
    day = check_in(placement, goal="Weigh the cats", tap="t1", by=cast.as_("jordan"))

    assert (day.on, day.state, day.standing, day.minutes) == (TUESDAY, "checked_in", "none", 0)
    assert (day.goal, day.planned_starts_at, day.planned_ends_at) == (
        "Weigh the cats", time(9), time(14),
    )  # fmt: skip
    assert day.term.label == "Trimester 1"
    assert abs(day.student_in_at - cast.school.now()).total_seconds() < 30
    assert [e.verb for e in Event.objects.filter(subject_id=day.public_id)] == ["day.check_in"]


def test_the_entry_is_the_students_own(cast, placement):
    day = check_in(placement, goal="Weigh the cats", tap="t1", by=cast.as_("jordan"))

    entry = Entry.objects.get(day=day)
    assert (entry.voice, entry.kind, entry.by, entry.in_at, entry.text) == (
        "student", "check_in", cast.jordan.person, day.student_in_at, "Weigh the cats",
    )  # fmt: skip
    assert Hours.objects.count() == 0


def test_the_same_tap_twice_is_one_check_in(cast, placement):
    first = check_in(placement, tap="t1", by=cast.as_("jordan"))
    second = check_in(placement, tap="t1", by=cast.as_("jordan"))

    assert second == first
    assert second.student_in_at == first.student_in_at
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)


def test_a_second_tap_is_the_same_check_in(cast, placement):
    first = check_in(placement, goal="Weigh", tap="t1", by=cast.as_("jordan"))
    second = check_in(placement, goal="Other", tap="t2", by=cast.as_("jordan"))

    assert (second.pk, second.goal) == (first.pk, "Weigh")
    assert Entry.objects.count() == 1


def test_a_tap_of_an_earlier_day_that_arrives_again_checks_nobody_in(cast, placement):
    earlier = check_in(placement, tap="t1", by=cast.as_("jordan"))

    with time_machine.travel(at("2026-10-15 09:00")):
        again = check_in(placement, tap="t1", by=cast.as_("jordan"))

    assert again == earlier
    assert Day.objects.count() == 1


def test_a_day_off_names_the_next_one(cast, placement):
    with (
        time_machine.travel(at("2026-10-14 09:00")),
        pytest.raises(Refused, match=r"^No internship today. Next is Thursday 15 October.$"),
    ):
        check_in(placement, by=cast.as_("jordan"))

    assert Day.objects.count() == 0


def test_a_closed_day_says_why(cast, placement):
    close(cast.school, TUESDAY, label="Staff day")

    with pytest.raises(
        Refused, match=r"^No internship today: Staff day. Next is Thursday 15 October.$"
    ):
        check_in(placement, by=cast.as_("jordan"))


def test_nobody_checks_in_before_the_first_day(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 20))

    with pytest.raises(Refused, match=r"^Your internship starts on Tuesday 20 October.$"):
        check_in(placement, by=cast.as_("jordan"))


def test_nobody_checks_in_after_the_end(cast):
    placement = make_placement(
        cast.jordan, cast.clinic, cast.sam, state="ended", ends_on=date(2026, 10, 8)
    )

    with pytest.raises(Refused, match=r"^Your internship at Bayside Animal Clinic has ended.$"):
        check_in(placement, by=cast.as_("jordan"))


def test_an_internship_asked_to_end_still_has_days(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam, state="ending")

    assert check_in(placement, by=cast.as_("jordan")).state == "checked_in"


def test_a_day_the_mentor_answered_is_not_opened_again(cast, placement):
    say_absent(spoken_on(placement), by=with_pass(cast.sam, placement))

    with pytest.raises(Refused, match="already answered"):
        check_in(placement, by=cast.as_("jordan"))


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "tasha", "otto"])
def test_nobody_checks_in_for_somebody_else(cast, placement, name):
    with pytest.raises(PermissionDenied):
        check_in(placement, by=cast.as_(name))

    assert Day.objects.count() == 0


def test_the_day_is_the_schools_not_utcs(cast):
    placement = make_placement(
        cast.jordan, cast.clinic, cast.sam, starts_at=time(18), ends_at=time(22)
    )

    with time_machine.travel(at("2026-10-13 21:30")):  # Wednesday in UTC
        assert check_in(placement, by=cast.as_("jordan")).on == TUESDAY
