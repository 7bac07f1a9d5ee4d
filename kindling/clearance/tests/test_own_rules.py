"""What a school asks by itself, and how it may ask for less than a law: never silently."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.clearance import actions
from kindling.clearance.demands import Facts
from kindling.clearance.models import OwnRule
from kindling.clearance.reading import rules_of
from kindling.history.models import Event


def asked(cast, item, stage="internship", age=17):
    found = rules_of(cast.school).demands(Facts(stage, date(2026, 10, 13), age))
    return next((one for one in found if one.item.key == item), None)


@pytest.fixture
def _law(cast):
    actions.choose_packs(["washington-1"], by=cast.as_("chen"))


USUAL = {"stages": ["internship"], "blocks": True}


@pytest.mark.usefixtures("_law")
@pytest.mark.parametrize(
    ("item", "facts", "sentence"),
    [
        ("agreement", {"is_off": True}, "and you ask for it no more."),
        ("agreement", {"blocks": False}, "and you let a start go on."),
        ("agreement", {"stages": ["shadow"]}, "and you don’t: Internship."),
        ("agreement", {"under": 18}, "holds for more students than yours."),
        ("agreement", {"paid": True}, "holds for more students than yours."),
        (
            "factors",
            {"months": 24, "paid": False},
            "a yes lasts 12 months, and yours lasts longer.",
        ),
        ("hazards", {"months": 12, "at_least": 16}, "holds for more students than yours."),
    ],
)
def test_asking_for_less_than_a_law_is_refused_until_it_is_known(cast, item, facts, sentence):
    with pytest.raises(ValidationError) as wrong:
        actions.keep_own_rule(item, by=cast.as_("chen"), **(USUAL | facts))
    assert any(sentence in one for one in wrong.value.message_dict["is_known"])

    known = {"is_known": True, "reason": "Our lawyer says so."}
    own = actions.keep_own_rule(item, by=cast.as_("chen"), **(USUAL | facts | known))

    assert len(own.weakens) >= 1
    event = Event.objects.get(verb="clearance.weaken")
    assert (event.by, event.detail["reason"]) == (cast.chen, "Our lawyer says so.")
    assert event.detail["less_than"] == own.weakens


@pytest.mark.usefixtures("_law")
def test_asking_for_more_than_a_law_needs_no_reason(cast):
    more = {"stages": ["shadow", "internship"], "months": 6, "needs_file": True, "blocks": True}

    own = actions.keep_own_rule("agreement", by=cast.as_("chen"), **more)

    assert own.weakens == []
    demand = asked(cast, "agreement", stage="shadow")
    assert (demand.months, demand.blocks, demand.item.file) == (6, True, "must")


@pytest.mark.usefixtures("_law")
def test_a_known_weakening_holds(cast):
    known = {"is_known": True, "reason": "Once for all.", "is_off": True}
    actions.keep_own_rule("agreement", by=cast.as_("chen"), **(USUAL | known))

    assert asked(cast, "agreement") is None
    assert asked(cast, "plan") is not None


@pytest.mark.usefixtures("_law")
def test_a_law_chosen_later_holds_until_it_is_weakened_knowingly(cast):
    known = {"is_known": True, "reason": "Once for all.", "is_off": True}
    actions.keep_own_rule("agreement", by=cast.as_("chen"), **(USUAL | known))

    actions.choose_packs(["washington-1", "arizona-1"], by=cast.as_("chen"))

    assert OwnRule.objects.get().weakens == []
    assert [rule.pack for rule in asked(cast, "agreement").reasons] == ["washington-1", "arizona-1"]


def test_common_practice_is_no_law(cast):
    actions.choose_packs(["practice-1"], by=cast.as_("chen"))

    actions.keep_own_rule("check", by=cast.as_("chen"), is_off=True, stages=[])

    assert asked(cast, "check") is None
    assert Event.objects.filter(verb="clearance.weaken").count() == 0


def test_only_who_answers_for_it_sets_what_is_asked(cast):
    for name in ("ana", "priya", "maya", "rosa", "otto"):
        with pytest.raises(PermissionDenied):
            actions.choose_packs(["us-1"], by=cast.as_(name))
        with pytest.raises(PermissionDenied):
            actions.keep_own_rule("check", by=cast.as_(name), **USUAL)


def test_taking_everything_away_asks_for_nothing_again(cast):
    actions.choose_packs(["us-1"], by=cast.as_("chen"))
    own = actions.keep_own_rule("", label="Card", by=cast.as_("chen"), **USUAL)

    actions.choose_packs([], by=cast.as_("chen"))
    actions.drop_own_rule(own, by=cast.as_("chen"))

    cast.school.refresh_from_db()
    assert cast.school.asks_clearance is False
