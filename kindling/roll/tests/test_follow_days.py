"""Presence at an internship is presence: it comes from the day and is not typed twice."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.attendance.actions import (
    check_in,
    check_out,
    confirm_days,
    correct_times,
    say_absent,
    settle_day,
)
from kindling.attendance.tests.placed import at, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused
from kindling.roll.actions import close_days, fold_months, mark_student, take_roll
from kindling.roll.models import Correction, Mark, MonthSum, SchoolMonth
from kindling.roll.proof import wrong_marks, wrong_months, wrong_sums
from kindling.roll.roster import Said, read_roll
from kindling.schools.viewer import Viewer

TUESDAY = date(2026, 10, 13)
LATER = date(2026, 12, 24)


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def one(student):
    return Mark.objects.filter(student=student).values_list("on", "code", "method").get()


def sums(student):
    row = MonthSum.objects.get(student=student)
    return {part: n for part in MonthSum.PARTS if (n := getattr(row, part))}


def test_who_checked_out_was_present(cast, placement):
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:00")):
        check_out(day, by=cast.as_("jordan"))

    assert one(cast.jordan) == (TUESDAY, "I", "d")
    assert sums(cast.jordan) == {"internship": 1, "minutes": 300}


def test_who_forgot_to_check_out_is_marked_by_the_clock_the_day_after(cast, placement):
    check_in(placement, by=cast.as_("jordan"))
    close_days(cast.school, by=Viewer.system(cast.school))
    assert Mark.objects.count() == 0

    with time_machine.travel(at("2026-10-14 06:00")):
        close_days(cast.school, by=Viewer.system(cast.school))
        assert close_days(cast.school, by=Viewer.system(cast.school)) == set()

    assert one(cast.jordan) == (TUESDAY, "I", "d")
    assert sums(cast.jordan) == {"internship": 1}


def test_who_was_not_there_is_absent_until_staff_say_otherwise(cast, placement):
    say_absent(spoken_on(placement, TUESDAY), by=with_pass(cast.sam, placement))
    assert one(cast.jordan) == (TUESDAY, "A", "d")

    settle_day(spoken_on(placement, TUESDAY), minutes=240, reason="He was.", by=cast.as_("ana"))

    assert one(cast.jordan) == (TUESDAY, "I", "d")
    assert sums(cast.jordan) == {"internship": 1, "minutes": 240}
    told = Correction.objects.get()
    assert (told.was_code, told.code, told.by) == ("A", "I", cast.ana)


def test_what_staff_said_on_the_roll_stays(cast, placement):
    mark_student(cast.jordan, TUESDAY, "E", why="Sick", by=cast.as_("ana"))

    confirm_days([spoken_on(placement, TUESDAY)], by=with_pass(cast.sam, placement))

    assert one(cast.jordan) == (TUESDAY, "E", "o")
    assert sums(cast.jordan) == {"excused": 1, "minutes": 300}


def test_there_at_one_of_two_places_is_there(cast, placement):
    other = make_placement(cast.jordan, cast.shelter, cast.sam)
    say_absent(spoken_on(placement, TUESDAY), by=with_pass(cast.sam, placement))
    confirm_days([spoken_on(other, TUESDAY)], by=with_pass(cast.sam, other))

    assert one(cast.jordan) == (TUESDAY, "I", "d")
    assert wrong_sums(cast.school) == {}


DAYS = [date(2026, 10, 27), date(2026, 10, 29), date(2026, 11, 3), date(2026, 11, 5)]
VERBS = ["in", "out", "confirm", "week", "correct", "absent", "settle", "roll", "mark", "clock"]
steps = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 3), st.integers(0, 300)), max_size=14
)


def do(cast, placement, verb: str, day: date, n: int) -> None:
    said = spoken_on(placement, day)
    mentor, student = with_pass(cast.sam, placement), cast.as_("jordan")
    nine = at(f"{day} 09:00")
    match verb:
        case "in":
            check_in(placement, by=student)
        case "out" if said.day:
            check_out(said.day, by=student)
        case "confirm":
            confirm_days([said], by=mentor)
        case "week":
            confirm_days([spoken_on(placement, day) for day in DAYS], by=mentor)
        case "correct":
            correct_times(said, in_at=nine, out_at=nine + timedelta(minutes=n), by=mentor)
        case "absent":
            say_absent(said, by=mentor)
        case "settle":
            settle_day(said, minutes=n % 3 * 60, reason="x", by=cast.as_("ana"))
        case _:
            do_at_school(cast, verb, day, n)


def do_at_school(cast, verb: str, day: date, n: int) -> None:
    match verb:
        case "roll":
            roll = read_roll(cast.as_("ana"), cast.tide, day)
            words = {row.public_id: Said("PLAE"[(n + i) % 4]) for i, row in enumerate(roll.rows)}
            take_roll(roll, words, by=cast.as_("ana"))
        case "mark":
            mark_student(cast.jordan, day, "PLAE"[n % 4], by=cast.as_("dana"))
        case "clock":
            close_days(cast.school, by=Viewer.system(cast.school))


@given(steps)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sums_and_marks_are_right_whatever_happens(cast, taken):
    MonthSum.objects.all().delete()
    SchoolMonth.objects.all().delete()
    Mark.objects.all().delete()
    with time_machine.travel(at("2026-10-26 08:00")):
        placement = cast.jordan.placements.first()
        if placement is None:
            placement = make_placement(cast.jordan, cast.clinic, cast.sam)
        placement.days.all().delete()
    for verb, which, n in taken:
        with time_machine.travel(at(f"{DAYS[which]} {9 + n // 60:02}:{n % 60:02}")):
            try:
                do(cast, placement, verb, DAYS[which], n)
            except Refused:
                continue

    assert wrong_sums(cast.school) == {}
    assert wrong_months(cast.school) == {}
    assert wrong_marks(cast.school, LATER) == {}
    fold_months()
    assert (wrong_months(cast.school), SchoolMonth.objects.many()) == ({}, [])
    assert all(min(getattr(m, p) for p in MonthSum.PARTS) >= 0 for m in MonthSum.objects.all())


def test_the_command_finds_and_mends_what_somebody_broke(cast, placement):
    confirm_days([spoken_on(placement, TUESDAY)], by=with_pass(cast.sam, placement))
    MonthSum.objects.update(internship=7)
    SchoolMonth.objects.update(late=9)

    with pytest.raises(CommandError):
        call_command("check_rolls", stdout=StringIO())
    call_command("check_rolls", mend=True, stdout=StringIO())
    out = StringIO()
    call_command("check_rolls", stdout=out)

    assert out.getvalue().strip() == "All sums of the roll are right."
    assert sums(cast.jordan) == {"internship": 1, "minutes": 300}
