"""The week's exceptions, on a page and once in a letter."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.absences.actions import report_absence
from kindling.attendance.actions import check_in, confirm_days, correct_times
from kindling.attendance.tests.placed import (
    Statements,
    at,
    close,
    make_placement,
    spoken_on,
    with_pass,
)  # fmt: skip
from kindling.notices.models import Notice
from kindling.records.actions import send_week_of, send_week_summaries
from kindling.records.exceptions import week_of
from kindling.records.spans import WEEK, span_of
from kindling.roll.actions import mark_student
from kindling.roll.actions.taking import take_roll
from kindling.roll.roster import Said, read_roll
from tests.cast import make_student

PAGE = "/harbor-view/records/exceptions/"
DAYS = [date(2026, 10, day) for day in range(5, 10)]
FRIDAY = "2026-10-09 16:10"


@pytest.fixture
def week(cast):
    """All there from Monday to Friday the 9th; Jordan is at the clinic on Tuesday and Thursday."""
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    said = [spoken_on(placement, DAYS[1]), spoken_on(placement, DAYS[3])]
    with time_machine.travel(at("2026-10-08 17:00")):
        confirm_days(said, by=with_pass(cast.sam, placement))
    with time_machine.travel(at("2026-10-09 10:00")):
        by = cast.as_("ana")
        for on in DAYS:
            roll = read_roll(by, cast.tide, on)
            here = {row.public_id: Said("P") for row in roll.rows if row.said is None}
            take_roll(roll, here, by=by)
    return placement


def found(cast, name="ana", on=DAYS[0]):
    week = week_of(cast.as_(name), span_of(WEEK, on, ()))
    return {one.student.first: one for one in week.found}


def test_a_week_in_which_all_went_well_is_empty(cast, week):
    assert found(cast) == {}


def test_who_was_absent_and_nobody_excused_it(cast, week):
    for on, code in ((DAYS[0], "A"), (DAYS[2], "E")):
        mark_student(cast.maya, on, code, by=cast.as_("ana"))
    mark_student(cast.luis, DAYS[4], "A", by=cast.as_("ana"))
    with time_machine.travel(at("2026-10-09 08:00")):
        report_absence(cast.luis, on=DAYS[4], reason="sick", by=cast.as_("rosa"))

    told = found(cast)

    assert list(told) == ["Maya"]
    assert told["Maya"].absent == [DAYS[0]]


def test_late_once_is_no_exception_twice_is(cast, week):
    mark_student(cast.maya, DAYS[0], "L", minutes=5, by=cast.as_("ana"))
    assert found(cast) == {}

    mark_student(cast.maya, DAYS[1], "L", minutes=9, by=cast.as_("ana"))

    assert found(cast)["Maya"].late == [DAYS[0], DAYS[1]]


def test_an_expected_intern_about_whom_nobody_said_a_word(cast, week):
    other = make_placement(cast.luis, cast.shelter, cast.sam, weekdays=(0,))
    cast.luis.marks.filter(on=DAYS[0]).delete()

    assert found(cast)["Luis"].silent == [DAYS[0]]
    confirm_days([spoken_on(other, DAYS[0])], by=with_pass(cast.sam, other))
    assert found(cast) == {}


def test_times_that_differ_wait_for_staff(cast, week):
    with time_machine.travel(at("2026-10-13 09:00")):
        check_in(week, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:00")):
        day = spoken_on(week, date(2026, 10, 13))
        correct_times(
            day, in_at=at("2026-10-13 11:00"), out_at=at("2026-10-13 12:00"),
            by=with_pass(cast.sam, week),
        )  # fmt: skip
    with time_machine.travel(at("2026-10-13 17:00")):
        assert found(cast, on=date(2026, 10, 13))["Jordan"].disputed == [date(2026, 10, 13)]


def test_a_roll_that_nobody_took_is_told_once_and_not_per_student(cast, week):
    on = date(2026, 10, 12)
    with time_machine.travel(at("2026-10-12 17:00")):
        told = week_of(cast.as_("ana"), span_of(WEEK, on, ()))

    assert (told.found, told.untaken) == ([], [("Tide", on)])


def test_days_off_and_days_to_come_are_no_exception(cast, week):
    close(cast.school, date(2026, 10, 12))

    told = week_of(cast.as_("ana"), span_of(WEEK, date(2026, 10, 13), ()))

    assert (told.found, told.untaken) == ([], [])


def test_the_page_shows_the_own_students_only(cast, week, client_of):
    other = make_student(cast.school, "Nia Cole", "101", date(2012, 1, 1))
    mark_student(other, DAYS[0], "A", by=cast.as_("dana"))

    assert b"Nia Cole" in client_of("dana").get(f"{PAGE}?on=2026-10-05").content
    assert b"A good week" in client_of("ana").get(f"{PAGE}?on=2026-10-05").content
    assert client_of("maya").get(PAGE).status_code == 403


def test_the_page_costs_the_same_for_many(cast, week, client_of):
    client = client_of("dana")
    with Statements() as few:
        client.get(f"{PAGE}?on=2026-10-05")
    for number in range(4):
        more = make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
        mark_student(more, DAYS[0], "A", by=cast.as_("dana"))
    with Statements() as many:
        client.get(f"{PAGE}?on=2026-10-05")

    assert many.count == few.count


def letters():
    return sorted(
        Notice.objects.filter(kind="records/week").values_list("person__given_name", flat=True)
    )


def test_on_friday_afternoon_the_week_goes_out_once(cast, week):
    mark_student(cast.maya, DAYS[0], "A", by=cast.as_("ana"))
    with time_machine.travel(at("2026-10-09 15:50")):
        send_week_of(cast.school)  # the week before, in which nobody took a roll
    assert "5 Oct" not in Notice.objects.filter(kind="records/week")[0].body
    Notice.objects.all().delete()

    with time_machine.travel(at(FRIDAY)):
        send_week_summaries()
        send_week_summaries()

    assert letters() == ["Ana", "Chen", "Dana"]
    body = Notice.objects.get(kind="records/week", person=cast.ana).body
    assert "Maya Santos (Tide)" in body
    assert "Absent, not excused: Mon 5 Oct" in body


def test_a_worker_that_slept_catches_up_once(cast, week):
    mark_student(cast.maya, DAYS[0], "A", by=cast.as_("ana"))

    with time_machine.travel(at("2026-10-13 08:00")):
        send_week_summaries()
        send_week_summaries()

    assert letters() == ["Ana", "Chen", "Dana"]


def test_a_good_week_is_no_letter(cast, week):
    with time_machine.travel(at(FRIDAY)):
        send_week_summaries()

    assert letters() == []
