"""The sums are kept on every write: they are always what the days add up to."""

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
    recompute_hours,
    say_absent,
    settle_day,
)
from kindling.attendance.models import Hours
from kindling.attendance.rules import visible_hours
from kindling.attendance.sums import wrong_sums
from kindling.attendance.tests.placed import at, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer

# Around the end of the first trimester (25 November) and the days between the terms.
DAYS = [date(2026, 11, day) for day in (19, 24, 26)] + [date(2026, 12, 1)]
VERBS = ["in", "out", "confirm", "week", "correct", "absent", "settle"]
steps = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 3), st.integers(0, 300)), max_size=12
)


def do(cast, placement, verb: str, day: date, n: int) -> None:
    one = spoken_on(placement, day)
    mentor, student = with_pass(cast.sam, placement), cast.as_("jordan")
    nine = at(f"{day} 09:00")
    match verb:
        case "in":
            check_in(placement, by=student)
        case "out" if one.day:
            check_out(one.day, by=student)
        case "confirm":
            confirm_days([one], by=mentor)
        case "week":
            confirm_days([spoken_on(placement, day) for day in DAYS], by=mentor)
        case "correct":
            correct_times(one, in_at=nine, out_at=nine + timedelta(minutes=n), by=mentor)
        case "absent":
            say_absent(one, by=mentor)
        case "settle":
            settle_day(one, minutes=n, reason="x", by=cast.as_("ana"))


@given(steps)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_sums_are_those_of_the_days_whatever_happens(cast, taken):
    Hours.objects.all().delete()
    with time_machine.travel(at("2026-11-19 08:00")):
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

    assert wrong_sums(cast.school) == []
    assert all(min(h.confirmed, h.waiting, h.disputed) >= 0 for h in Hours.objects.all())


def test_a_day_between_two_terms_has_a_sum_of_its_own(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    confirm_days([spoken_on(placement, day) for day in DAYS], by=with_pass(cast.sam, placement))

    found = Hours.objects.order_by("term__starts_on").values_list("term__label", "confirmed")
    assert sorted(found, key=str) == [
        ("Trimester 1", 600), ("Trimester 2", 300), (None, 300),
    ]  # fmt: skip


@pytest.fixture
def wrong(cast):
    """One sum too high, one missing, one right."""
    for student, place in [(cast.jordan, cast.clinic), (cast.luis, cast.shelter)]:
        placement = make_placement(student, place, cast.sam)
        confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))
    Hours.objects.filter(student=cast.jordan).update(confirmed=999, waiting=5)
    Hours.objects.filter(student=cast.luis).delete()


def test_recomputing_mends_what_is_off(cast, wrong):
    mended = recompute_hours(cast.school, by=Viewer.system(cast.school))

    assert len(mended) == 2
    assert {h.student.first: (h.confirmed, h.waiting) for h in Hours.objects.all()} == {
        "Jordan": (300, 0), "Luis": (300, 0),
    }  # fmt: skip
    assert recompute_hours(cast.school, by=Viewer.system(cast.school)) == []


def test_the_command_says_what_is_off_and_fails(cast, wrong):
    out = StringIO()

    with pytest.raises(CommandError, match="2 sums"):
        call_command("check_hours", stdout=out)
    call_command("check_hours", "--mend", stdout=out)
    call_command("check_hours", stdout=out)

    assert out.getvalue().splitlines()[-1] == "All sums of hours are right."


def test_a_student_sees_their_own_sums_and_otto_none(cast, wrong):
    recompute_hours(cast.school, by=Viewer.system(cast.school))

    seen = {
        name: sorted(hours.student.first for hours in visible_hours(cast.as_(name)))
        for name in ["jordan", "luis", "rosa", "ana", "chen", "maya", "otto", "liam"]
    }
    assert seen == {
        "jordan": ["Jordan"], "luis": ["Luis"], "rosa": ["Luis"],
        "ana": ["Jordan", "Luis"], "chen": ["Jordan", "Luis"],
        "maya": [], "otto": [], "liam": [],
    }  # fmt: skip
