"""At the end of each internship day its mentors are asked, once."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import (
    ask_mentor,
    ask_mentors,
    check_in,
    check_out,
    confirm_days,
)
from kindling.attendance.actions.asking import ask_mentors_of
from kindling.attendance.tests.placed import (
    Statements,
    at,
    close,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from tests.cast import make_person, make_student


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 13))


def run(moment: str) -> list[str]:
    """Run the chore and return whom it wrote to so far."""
    with time_machine.travel(at(moment)):
        ask_mentors()
    return [notice.person.first for notice in Notice.objects.order_by("pk")]


def test_a_mentor_gets_one_link_when_the_day_is_over(cast, placement):
    assert run("2026-10-13 13:50") == []
    assert run("2026-10-13 14:10") == ["Sam"]
    assert run("2026-10-13 14:20") == ["Sam"]

    held = Pass.objects.get()
    assert (held.bearer, held.purpose, held.subjects, held.about, held.needs_code) == (
        cast.sam, "confirm_days", [placement.public_id], cast.jordan, True,
    )  # fmt: skip
    notice = Notice.objects.get()
    assert (notice.subject, notice.link_id) == ("Was Jordan with you?", held.public_id)
    assert "{link}" in notice.body
    assert "Blake" not in notice.subject + notice.body


def test_one_message_for_all_their_students_when_the_last_has_gone(cast, placement):
    other = make_placement(
        cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 13), ends_at=time(16)
    )

    assert run("2026-10-13 14:10") == []
    assert run("2026-10-13 16:10") == ["Sam"]
    assert sorted(Pass.objects.get().subjects) == sorted([placement.public_id, other.public_id])
    assert Notice.objects.get().subject == "Were they with you: Jordan, Luis?"


def test_the_next_internship_day_asks_again(cast, placement):
    run("2026-10-13 14:10")

    assert run("2026-10-14 14:10") == ["Sam"]
    assert run("2026-10-15 14:10") == ["Sam", "Sam"]


def test_a_worker_that_slept_catches_up_once(cast):
    make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 6))

    assert run("2026-10-14 08:00") == ["Sam"]
    assert run("2026-10-14 08:10") == ["Sam"]


def test_a_closed_day_asks_nobody(cast, placement):
    close(cast.school, date(2026, 10, 13))

    assert run("2026-10-13 20:00") == []


def test_who_has_answered_is_not_asked(cast, placement):
    with time_machine.travel(at("2026-10-13 09:00")):
        day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 13:00")):
        check_out(day, by=cast.as_("jordan"))
        confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))

    assert run("2026-10-13 14:10") == []


def test_a_school_that_is_not_set_up_asks_nobody(cast, placement):
    cast.school.set_up_at = None
    cast.school.save()

    assert run("2026-10-13 14:10") == []


def test_ten_mentors_cost_no_more_reading_than_one(cast, placement):
    def reading() -> int:
        with time_machine.travel(at("2026-10-13 12:00")), Statements() as sent:
            ask_mentors_of(cast.school)
        return sent.count

    one = reading()
    for n in range(10):
        student = make_student(cast.school, f"S{n} Test", "201", date(2010, 1, 1))
        mentor = make_person(cast.school, f"M{n} Test", user=False)
        make_placement(student, cast.clinic, mentor, starts_on=date(2026, 10, 13))

    assert (one, reading()) == (6, 6)


def test_staff_send_a_link_now(cast, placement):
    ask_mentor(cast.sam, [placement], by=cast.as_("ana"))

    assert Notice.objects.get().person == cast.sam


def test_what_staff_ask_at_night_goes_at_once(cast, placement):
    with time_machine.travel(at("2026-10-13 22:30")):
        ask_mentor(cast.sam, [placement], by=cast.as_("ana"))

    notice = Notice.objects.get()
    assert (notice.state, notice.group, notice.is_urgent) == ("queued", "daily", False)


def test_what_the_clock_asks_at_night_waits_for_the_morning(cast, placement):
    run("2026-10-13 22:30")

    notice = Notice.objects.get()
    assert (notice.state, notice.next_at) == ("held", at("2026-10-14 07:00"))


def test_students_and_strangers_send_nothing(cast, placement):
    for name in ["jordan", "maya", "rosa", "sam", "liam", "priya", "otto"]:
        with pytest.raises(PermissionDenied):
            ask_mentor(cast.sam, [placement], by=cast.as_(name))

    assert Pass.objects.count() == 0


def test_a_link_goes_to_the_mentor_of_these_internships_only(cast, placement):
    with pytest.raises(PermissionDenied):
        ask_mentor(cast.rosa, [placement], by=cast.as_("chen"))
