"""A mentor says: yes, but at other times; or: wasn't here."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import (
    check_in,
    check_out,
    confirm_days,
    correct_times,
    say_absent,
    settle_day,
)
from kindling.attendance.models import Day, Hours
from kindling.attendance.tests.placed import at, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture
def sam(cast, placement):
    return with_pass(cast.sam, placement)


@pytest.fixture
def day(cast, placement):
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:05")):
        return check_out(day, by=cast.as_("jordan"))


def hours(placement):
    row = Hours.objects.filter(placement=placement).first()
    return (row.confirmed, row.waiting, row.disputed) if row else (0, 0, 0)


def test_other_times_are_disputed_with_the_students_minutes_in_view(cast, placement, sam, day):
    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 09:00"), out_at=at("2026-10-13 12:00"),
        reason="Left at noon", by=sam,
    )  # fmt: skip

    day = Day.objects.get()
    assert (day.state, day.standing, day.minutes) == ("disputed", "disputed", 305)
    assert (day.mentor_in_at, day.mentor_out_at) == (
        at("2026-10-13 09:00"), at("2026-10-13 12:00"),
    )  # fmt: skip
    assert hours(placement) == (0, 0, 305)
    assert [(e.voice, e.kind, e.minutes, e.text) for e in day.entries.order_by("pk")] == [
        ("student", "check_in", None, ""),
        ("student", "check_out", 305, ""),
        ("mentor", "correct", 180, "Left at noon"),
    ]


def test_what_differs_by_minutes_is_confirmed_with_the_mentors_times(placement, sam, day):
    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 09:05"), out_at=at("2026-10-13 14:00"), by=sam
    )

    assert (Day.objects.get().state, hours(placement)) == ("confirmed", (295, 0, 0))


def test_nobody_contradicts_a_silent_student(placement, sam):
    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 10:00"), out_at=at("2026-10-13 12:00"), by=sam
    )

    assert (Day.objects.get().state, hours(placement)) == ("confirmed", (120, 0, 0))


def test_a_mentor_may_change_their_mind(placement, sam, day):
    confirm_days([spoken_on(placement)], by=sam)

    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 09:00"), out_at=at("2026-10-13 12:00"), by=sam
    )

    assert hours(placement) == (0, 0, 305)


def test_after_the_school_settled_it_is_settled(cast, placement, sam, day):
    settle_day(Day.objects.get(), minutes=180, reason="Agreed by phone", by=cast.as_("ana"))

    for say in (
        lambda one: say_absent(one, by=sam),
        lambda one: correct_times(
            one, in_at=at("2026-10-13 09:00"), out_at=at("2026-10-13 10:00"), by=sam
        ),
    ):
        with pytest.raises(Refused, match="settled"):
            say(spoken_on(placement))

    assert hours(placement) == (180, 0, 0)


def test_wasnt_here_and_nobody_said_otherwise(placement, sam):
    say_absent(spoken_on(placement, date(2026, 10, 8)), reason="Ill", by=sam)

    day = Day.objects.get()
    assert (day.state, day.standing, day.minutes) == ("absent", "none", 0)
    assert (hours(placement), day.entries.get().text) == ((0, 0, 0), "Ill")


def test_wasnt_here_against_the_students_word_is_disputed(placement, sam, day):
    say_absent(spoken_on(placement), by=sam)

    assert (Day.objects.get().state, hours(placement)) == ("disputed", (0, 0, 305))


def test_a_link_for_another_internship_says_nothing_here(cast, placement, day):
    other = make_placement(cast.luis, cast.clinic, cast.sam)

    for viewer in [with_pass(cast.sam, other), cast.as_("ana"), cast.as_("jordan")]:
        with pytest.raises(PermissionDenied):
            say_absent(spoken_on(placement), by=viewer)
        with pytest.raises(PermissionDenied):
            correct_times(
                spoken_on(placement), in_at=at("2026-10-13 09:00"),
                out_at=at("2026-10-13 12:00"), by=viewer,
            )  # fmt: skip
