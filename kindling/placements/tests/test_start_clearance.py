"""Nothing starts while something must be on file first."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from kindling.clearance.tests.handed import ask_for, make_checked, make_handed
from kindling.kit.http import Refused
from kindling.placements.actions import start_placement
from kindling.placements.models import Placement, Pursuit
from kindling.placements.tests.factories import (
    TUESDAYS_AND_THURSDAYS,
    make_placement,
    make_ready,
)

TODAY = date(2026, 10, 13)


def start(cast, pursuit, **differs):
    plan = {"mentor": cast.sam, "starts_on": TODAY, "ends_on": None, "goals": "Animals."}
    return start_placement(
        pursuit, schedule=TUESDAYS_AND_THURSDAYS, by=cast.as_("ana"), **(plan | differs)
    )


def test_a_school_that_asks_for_nothing_starts_as_before(cast):
    assert make_placement(cast, cast.maya, cast.shelter).state == "active"


def test_a_missing_item_stops_the_start_and_says_who_has_it(cast):
    ask_for(cast, "check")
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(Refused) as refused:
        start(cast, pursuit)

    assert str(refused.value) == (
        "Not ready yet. Mentor’s background check: missing. Chen Wu has it now."
    )
    assert (Pursuit.objects.get().state, Placement.objects.count()) == ("start_requested", 0)


def test_handed_in_is_not_enough(cast):
    ask_for(cast, "check")
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    make_handed(cast, "check", cast.maya, cast.shelter)

    with pytest.raises(Refused) as refused:
        start(cast, pursuit)

    assert str(refused.value) == (
        "Not ready yet. Mentor’s background check: handed in. Chen Wu checks it now."
    )


def test_checked_is_ready(cast):
    ask_for(cast, "check")
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    make_checked(cast, "check", cast.maya, cast.shelter)

    assert start(cast, pursuit).state == "active"


def test_an_item_must_still_be_good_on_the_first_day(cast):
    ask_for(cast, "check")
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    make_checked(cast, "check", cast.maya, cast.shelter, until_on=date(2026, 10, 30))

    with override("en"), pytest.raises(Refused) as refused:
        start(cast, pursuit, starts_on=date(2026, 11, 3))

    assert str(refused.value) == (
        "Not ready yet. Mentor’s background check: ran out on Friday 30 October. "
        "Chen Wu has it now."
    )
    assert start(cast, pursuit, starts_on=date(2026, 10, 30)).state == "active"


def test_the_screen_refuses_too(cast, client_of):
    ask_for(cast, "check", "visit")
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    said = {f"from_{n}": "09:00" for n in range(7)} | {f"to_{n}": "14:00" for n in range(7)}
    said |= {"mentor": cast.sam.public_id, "starts_on": "2026-10-13", "ends_on": "", "goals": ""}

    answer = client_of("ana").post(
        f"/harbor-view/pursuits/{pursuit.public_id}/start/", said | {"day_1": "on"}
    )

    assert answer.status_code == 409
    assert "Not ready yet. Mentor’s background check: missing." in answer.text
    assert "1 more thing is open." in answer.text
