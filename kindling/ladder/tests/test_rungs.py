"""Which step is due. Pure: minutes in, steps out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindling.ladder.models import Ladder
from kindling.ladder.rungs import Rung, climb

NONE, STUDENT, GUIDES, OFFICE = Rung.NONE, Rung.STUDENT, Rung.GUIDES, Rung.OFFICE
FAMILY, PRINCIPAL = Rung.FAMILY, Rung.PRINCIPAL
USUAL = Ladder().steps
WITH_FAMILY = Ladder(family_by_itself=True).steps


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("passed", "elapsed", "tell", "next_after"),
    [
        (NONE, 14, NONE, 15),
        (NONE, 15, STUDENT, 30),
        (STUDENT, 29, NONE, 30),
        (STUDENT, 30, GUIDES, 60),
        (STUDENT | GUIDES, 60, OFFICE, 20),
        # After an outage: the highest, and what is fresh.
        (NONE, 31, GUIDES, 60),
        (NONE, 200, OFFICE, 20),
        (STUDENT, 62, OFFICE, 20),
    ],
)
def test_one_rung_at_a_time_and_the_highest_after_an_outage(passed, elapsed, tell, next_after):
    move = climb(USUAL, passed, minutes(elapsed))

    assert (move.tell, move.next_after) == (tell, minutes(next_after))


def test_the_principal_waits_until_the_office_had_its_time():
    """The office was told late, after an outage: it has its twenty minutes all the same."""
    low = STUDENT | GUIDES | OFFICE

    assert climb(USUAL, low, minutes(210), minutes(10)).tell == NONE
    assert climb(USUAL, low, minutes(210), minutes(10)).next_after == minutes(20)
    assert climb(USUAL, low, minutes(220), minutes(20)).tell == PRINCIPAL
    assert climb(USUAL, low, minutes(220), minutes(20)).next_after is None


def test_the_family_by_itself_comes_after_the_office_too():
    low = STUDENT | GUIDES | OFFICE

    assert climb(WITH_FAMILY, low, minutes(75), minutes(15)).tell == FAMILY
    assert climb(USUAL, low, minutes(75), minutes(15)).tell == NONE


def test_steps_of_one_minute_are_told_together():
    steps = Ladder(student_after=10, guides_after=10, office_after=10, principal_after=10).steps

    assert climb(steps, NONE, minutes(10)).tell == STUDENT | GUIDES | OFFICE | PRINCIPAL


@given(looks=st.lists(st.floats(min_value=0, max_value=600), min_size=1, max_size=30))
def test_whenever_the_worker_looks_nobody_is_told_twice_and_the_office_is_never_left_out(looks):
    passed, told, office_at = NONE, [], None
    for elapsed in sorted(looks):
        waited = None if office_at is None else minutes(elapsed - office_at)
        move = climb(WITH_FAMILY, passed, minutes(elapsed), waited)
        told += list(move.tell)
        office_at = elapsed if OFFICE in move.tell else office_at
        passed = move.passed

    assert len(told) == len(set(told))
    assert (OFFICE in told) == (max(looks) >= 60)
    assert PRINCIPAL not in told or told.index(OFFICE) < told.index(PRINCIPAL)
