"""Paid work of a 14 year old is short, and neither early nor late."""

from __future__ import annotations

from datetime import date, time

import pytest

from kindling.clearance import actions
from kindling.clearance.tests.handed import make_checked
from kindling.kit.http import Refused
from kindling.placements.actions import reschedule_placement, start_placement
from kindling.placements.tests.factories import make_ready

SHORT = [(1, time(15, 30), time(18)), (3, time(15, 30), time(18))]


@pytest.fixture
def ready(cast):
    """Maya, 14, is about to start at a place that pays, with everything on file."""
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    actions.choose_packs(["us-1"], by=cast.as_("chen"))
    actions.set_pay(cast.shelter, is_paid=True, by=cast.as_("chen"))
    make_checked(cast, "hazards", cast.maya, cast.shelter, answers={})
    make_checked(cast, "permit", cast.maya, cast.shelter)
    make_checked(cast, "hours", cast.maya, cast.shelter, answers={"keeps": "limits"})
    return pursuit


def start(cast, pursuit, schedule):
    plan = {"mentor": cast.sam, "starts_on": date(2026, 10, 13), "ends_on": None, "goals": ""}
    return start_placement(pursuit, schedule=schedule, by=cast.as_("ana"), **plan)


@pytest.mark.parametrize(
    ("schedule", "sentence"),
    [
        ([(1, time(14), time(17, 30))], "at most 3 h on a school day"),
        ([(1, time(6, 30), time(8))], "begins at 7:00 AM at the earliest"),
        ([(1, time(17), time(19, 30))], "ends at 7:00 PM at the latest"),
        ([(n, time(15), time(18)) for n in range(7)], "at most 18 h in a school week"),
    ],
)
def test_too_much_is_refused_with_the_limit(cast, ready, schedule, sentence):
    with pytest.raises(Refused) as refused:
        start(cast, ready, schedule)

    assert sentence in str(refused.value).replace("\xa0", " ")


def test_within_the_limits_it_starts(cast, ready):
    assert start(cast, ready, SHORT).state == "active"


def test_a_b_weeks_are_counted_apart(cast, ready):
    weeks = [(n, time(15), time(18), letter) for n in range(5) for letter in "AB"]

    assert start(cast, ready, weeks).state == "active"


def test_an_approved_programme_may_be_longer(cast, ready):
    make_checked(cast, "hours", cast.maya, cast.shelter, answers={"keeps": "programme"})

    assert start(cast, ready, [(1, time(9), time(14))]).state == "active"


def test_other_days_later_keep_to_it_too(cast, ready):
    placement = start(cast, ready, SHORT)

    with pytest.raises(Refused):
        reschedule_placement(
            placement, since_on=date(2026, 10, 20), ends_on=None,
            schedule=[(1, time(9), time(14))], by=cast.as_("ana"),
        )  # fmt: skip
