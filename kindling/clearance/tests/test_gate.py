"""What stops whom, on which day, and who is named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from kindling.clearance import actions
from kindling.clearance.items import ITEMS
from kindling.clearance.models import Proof
from kindling.clearance.queries import gate, refusal
from kindling.clearance.tests.handed import ask_for, make_checked, make_handed
from kindling.schools.roles import Role
from tests.cast import make_person

TODAY = date(2026, 10, 13)


def stops(cast, student, place=None, stage="internship", on=TODAY):
    lines = gate(student, place or cast.shelter, stage, on)
    return [(line.demand.item.key, str(line.standing)) for line in lines]


def screen(cast, *found, place=None, student=None):
    """A hazard screen of the shelter with these found."""
    answers = dict.fromkeys(found, "yes")
    return make_checked(
        cast, "hazards", student or cast.maya, place or cast.shelter, answers=answers
    )


def choose(cast, *packs):
    actions.choose_packs(packs, by=cast.as_("chen"))


def test_a_school_that_chose_nothing_is_not_even_asked(cast, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert gate(cast.maya, cast.shelter, "internship", TODAY, school=cast.school) == []


def test_the_gate_costs_six_statements_however_much_is_asked(cast, django_assert_num_queries):
    choose(cast, "practice-1", "us-1")

    with django_assert_num_queries(6):
        gate(cast.maya, cast.shelter, "internship", TODAY, school=cast.school, mentor=cast.sam)


def test_packs_ask_by_age_and_stage(cast):
    choose(cast, "us-1")

    assert stops(cast, cast.maya) == [("hazards", "missing"), ("factors", "missing")]
    assert stops(cast, cast.maya, stage="shadow") == []
    turned = date(2027, 1, 9)
    assert stops(cast, cast.luis, on=turned - timedelta(days=1)) == [
        ("hazards", "missing"),
        ("factors", "missing"),
    ]
    assert stops(cast, cast.luis, on=turned) == [("factors", "missing")]


def test_a_hazard_that_is_forbidden_stops_everybody_under_eighteen(cast):
    choose(cast, "us-1")
    screen(cast, "ho-7")

    assert stops(cast, cast.maya)[0] == ("hazards", "forbidden")
    assert stops(cast, cast.luis)[0] == ("hazards", "forbidden")
    assert stops(cast, cast.luis, on=date(2027, 1, 9)) == [("factors", "missing")]
    assert refusal(cast.maya, cast.shelter, "internship", TODAY) == (
        "Not ready yet. Not allowed at this age: Use a hoist, forklift, crane or other power-driven"
        " lift. Only Chen Wu can change the tasks. 1 more thing is open."
    )


def test_no_paper_lifts_what_is_forbidden(cast):
    choose(cast, "us-1")
    screen(cast, "ho-7")
    for item in ("factors", "learner", "control"):
        make_checked(cast, item, cast.luis, cast.shelter)

    assert stops(cast, cast.luis) == [("hazards", "forbidden")]


def test_a_screen_that_only_waits_to_be_checked_warns_all_the_same(cast):
    choose(cast, "us-1")
    make_handed(cast, "hazards", cast.maya, cast.shelter, answers={"ho-6": "yes"})

    assert stops(cast, cast.maya)[0] == ("hazards", "forbidden")


def test_the_student_learner_exception(cast):
    choose(cast, "us-1")
    screen(cast, "ho-5")
    make_checked(cast, "factors", cast.luis, cast.shelter)
    make_checked(cast, "factors", cast.maya, cast.shelter)

    assert stops(cast, cast.maya) == [("hazards", "forbidden")]  # she is 14
    assert stops(cast, cast.luis) == [("learner", "missing")]  # he is 17
    make_checked(cast, "learner", cast.luis, cast.shelter)
    assert stops(cast, cast.luis) == []


def test_a_risk_needs_what_keeps_students_safe_and_the_principals_yes(cast):
    choose(cast, "practice-1")
    screen(cast, "restricted-room")
    proof = make_handed(cast, "control", cast.luis, cast.shelter)

    found = gate(cast.luis, cast.shelter, "shadow", TODAY)
    line = next(one for one in found if one.demand.item.key == "control")
    assert (line.standing, line.holder) == ("submitted", "principal")
    with pytest.raises(Exception):  # noqa: B017, PT011
        actions.verify_proof(proof, line.demand.item, by=cast.as_("chen"))
    actions.verify_proof(proof, line.demand.item, by=cast.as_("dana"))
    left = gate(cast.luis, cast.shelter, "shadow", TODAY)
    assert [one.demand.item.key for one in left] == ["consent", "emergency"]


def test_an_item_waits_for_the_one_before(cast):
    choose(cast, "practice-1")

    found = dict(stops(cast, cast.luis))

    assert (found["check"], found["orientation"]) == ("missing", "waiting")
    make_checked(cast, "check", cast.luis, cast.shelter)
    assert dict(stops(cast, cast.luis))["orientation"] == "missing"


def test_a_yes_to_a_shadow_day_is_none_to_an_internship(cast):
    ask_for(cast, "consent", stages=["shadow", "internship"])
    make_checked(cast, "consent", cast.luis, cast.shelter, stage="shadow")

    assert stops(cast, cast.luis, stage="shadow") == []
    assert stops(cast, cast.luis) == [("consent", "missing")]
    make_checked(cast, "consent", cast.luis, cast.shelter)
    assert stops(cast, cast.luis) == []


def test_what_hangs_on_a_mentor_counts_for_that_mentor_alone(cast):
    ask_for(cast, "check")
    make_checked(cast, "check", cast.luis, cast.shelter)
    other = make_person(cast.school, "Mo Stone", Role.MENTOR, user=False)

    assert gate(cast.luis, cast.shelter, "internship", TODAY, mentor=cast.sam) == []
    assert len(gate(cast.luis, cast.shelter, "internship", TODAY, mentor=other)) == 1
    assert stops(cast, cast.maya, cast.clinic) == []  # Sam guides there too


def test_what_hangs_on_a_student_counts_everywhere(cast):
    ask_for(cast, "emergency", "travel")
    make_checked(cast, "emergency", cast.luis, cast.shelter)
    make_checked(cast, "travel", cast.luis, cast.shelter)

    assert stops(cast, cast.luis, cast.clinic) == [("travel", "missing")]


def test_a_rule_lets_a_yes_last_no_longer_than_it_says(cast):
    ask_for(cast, "visit", months=6)
    make_checked(cast, "visit", cast.luis, cast.shelter)

    assert stops(cast, cast.luis, on=date(2027, 4, 13)) == []
    assert stops(cast, cast.luis, on=date(2027, 4, 14)) == [("visit", "expired")]


def test_a_renewal_takes_over_without_a_gap(cast):
    ask_for(cast, "check")
    make_checked(cast, "check", cast.luis, cast.shelter, until_on=date(2026, 10, 20))
    renewal = make_handed(cast, "check", cast.luis, cast.shelter, until_on=date(2027, 10, 20))

    assert stops(cast, cast.luis, on=date(2026, 10, 20)) == []
    assert stops(cast, cast.luis, on=date(2026, 10, 21)) == [("check", "submitted")]
    actions.verify_proof(
        renewal,
        ITEMS["check"],
        by=cast.as_("chen"),
    )
    assert stops(cast, cast.luis, on=date(2026, 10, 21)) == []


def test_a_yes_that_was_a_mistake_is_taken_back(cast):
    ask_for(cast, "check")
    proof = make_checked(cast, "check", cast.luis, cast.shelter)

    actions.reject_proof(proof, ITEMS["check"], "Another Sam.", by=cast.as_("chen"))

    assert stops(cast, cast.luis) == [("check", "rejected")]


def test_what_only_warns_stops_nothing(cast):
    ask_for(cast, "visit", blocks=False)

    assert stops(cast, cast.luis) == []


def test_paid_work_has_other_rules(cast):
    choose(cast, "us-1")
    screen(cast)
    actions.set_pay(cast.shelter, is_paid=True, by=cast.as_("chen"))

    assert stops(cast, cast.maya) == [("permit", "missing"), ("hours", "missing")]
    assert stops(cast, cast.luis) == [("permit", "missing")]


def test_a_student_without_a_birthday_is_too_young_for_everything(cast):
    choose(cast, "us-1")
    screen(cast, "ho-5")
    cast.luis.birth_on = None

    assert stops(cast, cast.luis)[0] == ("hazards", "forbidden")


def test_other_schools_are_no_matter(cast):
    choose(cast, "practice-1")

    assert cast.school.asks_clearance is True
    cast.north.refresh_from_db()
    assert cast.north.asks_clearance is False


def test_what_nobody_may_hand_in_that_ran_out(cast):
    ask_for(cast, "check")
    later = time_machine.travel("2027-11-01T12:00:00+00:00")
    with later, pytest.raises(ValidationError) as wrong:
        make_handed(cast, "check", cast.luis, cast.shelter)

    assert list(wrong.value.message_dict) == ["until_on"]
    assert Proof.objects.count() == 0
