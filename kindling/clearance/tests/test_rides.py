"""A family that says no to riding with a mentor: the paperwork says so, and the plan adapts."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from kindling.clearance.queries import gate
from kindling.clearance.tests.handed import ask_for, good_answers, make_checked, make_handed
from kindling.consents.tests.asking import ask, say

TODAY = date(2026, 10, 13)
RIDE = {**good_answers("travel"), "way": "mentor"}


def stops(cast):
    return bool(gate(cast.luis, cast.shelter, "internship", TODAY))


def test_a_plan_to_ride_with_the_mentor_counts_no_more_once_the_family_says_no(cast, client_of):
    ask_for(cast, "travel")
    make_checked(cast, "travel", cast.luis, cast.shelter, answers=RIDE)
    assert not stops(cast)
    say(cast, ask(cast, "ride"), "no")

    assert stops(cast)
    page = f"/harbor-view/clearance/{cast.luis.public_id}/{cast.shelter.public_id}/"
    assert "said no to riding with a mentor" in client_of("chen").get(page).text
    with pytest.raises(ValidationError):
        make_handed(cast, "travel", cast.luis, cast.shelter, answers=RIDE)
    make_checked(cast, "travel", cast.luis, cast.shelter, answers={**RIDE, "way": "transit"})
    assert not stops(cast)


def test_once_the_school_asks_a_ride_waits_for_a_yes_and_other_ways_do_not(cast):
    ask_for(cast, "travel")
    make_checked(cast, "travel", cast.luis, cast.shelter, answers=RIDE)
    make_checked(cast, "travel", cast.maya, cast.shelter)
    consent = ask(cast, "ride")
    assert stops(cast)
    assert not gate(cast.maya, cast.shelter, "internship", TODAY)

    say(cast, consent, "yes")
    assert not stops(cast)


def test_a_ride_that_was_refused_is_said_beside_the_question(cast, client_of):
    ask_for(cast, "travel")
    make_checked(cast, "travel", cast.luis, cast.shelter, answers=RIDE)
    say(cast, ask(cast, "ride"), "no")
    page = f"/harbor-view/clearance/{cast.luis.public_id}/{cast.shelter.public_id}/travel/"
    sent = {f"q_{key}": value for key, value in RIDE.items()}

    answer = client_of("luis").post(f"{page}?stage=internship", sent)

    assert answer.status_code == 422
    assert "Choose another way." in answer.text
