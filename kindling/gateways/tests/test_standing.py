"""How each kind of line stands, from what is on record."""

from datetime import date

import pytest

from kindling.attendance.models import Hours
from kindling.attendance.tests.placed import make_placement
from kindling.courses.actions import add_required, note_met, record_test
from kindling.gateways.bank.templates import Given
from kindling.gateways.counting import standings_now
from kindling.gateways.models import Line
from kindling.gateways.standing import Facts, standings_of
from kindling.gateways.tests.going import an_exhibition, begun
from kindling.judgements.models import Judgement
from kindling.judgements.tests.judging import proposed


def told(cast, kind: str, amount: int = 1):
    one = standings_now(begun(cast, Given(kind, amount)))[0]
    return one.is_met, one.sentence, one.waiting


def test_hours_that_somebody_confirmed_count_and_others_wait(cast):
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    Hours.objects.update_or_create(
        placement=placement, term=None,
        defaults={
            "school": cast.school, "student": cast.luis, "confirmed": 90, "waiting": 30,
            "disputed": 30,
        },
    )  # fmt: skip

    assert told(cast, "hours", 2) == (
        False,
        "1 h 30 min of 2 h are confirmed.",
        "1 h more wait for somebody’s word.",
    )


def test_an_exhibition_counts_once_its_panel_recorded_a_pass(cast):
    an_exhibition(cast, state="recorded", result="conditions")
    an_exhibition(cast, state="recorded", result="redo")
    an_exhibition(cast, state="agreed", result="move_on")

    assert told(cast, "exhibitions", 2) == (
        False,
        "1 of 2 are there.",
        "1 more is on its way.",
    )


def test_a_goal_counts_once_it_is_agreed(cast):
    one = proposed(cast)
    level = one.goal.framework.scale.levels.first()
    Judgement.objects.filter(pk=one.pk).update(state="awarded", level=level)
    proposed(cast, code="ER2")

    assert told(cast, "goals", 2)[1:] == ("1 of 2 are there.", "1 more is on its way.")


def test_what_the_state_asks_and_its_tests(cast):
    by = cast.as_("priya")
    art, civics = (add_required(title, grade="12", by=by) for title in ("Art", "Civics"))
    note_met(cast.luis, art, how="transfer", by=by)
    result = {"on": date(2026, 5, 4), "result": "3", "is_required": True, "reason": ""}
    record_test(cast.luis, {**result, "title": "Math", "outcome": "passed"}, by=by)
    record_test(cast.luis, {**result, "title": "English", "outcome": "not_yet"}, by=by)

    gateway = begun(cast, Given("courses"), Given("tests", 2))

    said = [(one.is_met, one.sentence) for one in standings_now(gateway)]
    assert civics
    assert said == [(False, "1 of 2 are there."), (False, "1 of 2 are there.")]


@pytest.mark.parametrize(
    ("kind", "facts", "expected"),
    [
        ("thesis", Facts(thesis="working"), (False, "It waits for a yes.")),
        ("thesis", Facts(thesis="defended"), (True, "It is there.")),
        ("after", Facts(after="draft"), (False, "Not yet.")),
        ("after", Facts(after="agreed"), (True, "It is there.")),
        ("courses", Facts(), (True, "Nothing is asked here.")),
        ("credits", Facts(), (True, "Nothing is asked here.")),
    ],
)
def test_what_is_there_or_not(kind, facts, expected):
    one = standings_of([Line(kind=kind, amount=1)], facts)[0]

    assert (one.is_met, one.sentence) == expected
