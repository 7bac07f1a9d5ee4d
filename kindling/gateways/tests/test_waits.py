"""What waits, for whom, and for nobody else."""

from datetime import date

import pytest

from kindling.attendance.tests.placed import Statements
from kindling.gateways import actions
from kindling.gateways.bank.templates import Given
from kindling.gateways.queries.waits import waits
from kindling.gateways.tests.going import begun, line_of
from kindling.gateways.tests.test_thesis import written
from kindling.schools.inside import inside


def asked(cast, who: str) -> set[str]:
    with inside(cast.school):
        return {one.kind for one in waits(cast.as_(who))}


def a_busy_student(cast):
    luis, ana = cast.as_("luis"), cast.as_("ana")
    gateway = begun(cast, Given("own", 1, "A letter"))
    actions.show_for(gateway, line_of(gateway), "Here", evidence=None, amount=1, by=luis)
    actions.apply_for(gateway, "Ready.", by=luis)
    thesis = written(cast)
    actions.name_guide(thesis, "Dr. Lee", is_outside=True, by=luis)
    actions.propose_thesis(thesis, by=luis)
    plan = actions.begin_after(cast.luis, by=luis)
    due = date(2026, 10, 12)
    actions.add_choice(plan, name="Yard", pathway="work", next_step="Ask", due_on=due, by=ana)
    return gateway


def test_the_advisor_and_the_coordinator_are_asked_and_nobody_else(cast):
    a_busy_student(cast)
    kinds = {
        "gateways.check",
        "gateways.shown",
        "gateways.thesis",
        "gateways.clear",
        "gateways.late",
    }

    told = {who: asked(cast, who) for who in ("ana", "chen", "dana", "rosa", "maya", "otto")}

    assert told == {
        "ana": kinds, "chen": kinds, "dana": set(), "rosa": set(), "maya": set(), "otto": set()
    }  # fmt: skip


def test_the_student_is_told_what_came_back_and_what_is_due(cast):
    gateway, ana = a_busy_student(cast), cast.as_("ana")
    actions.give_back(gateway, "More hours.", by=ana)
    actions.give_thesis_back(cast.luis.thesis, "Ask smaller.", by=ana)

    assert asked(cast, "luis") == {"gateways.back", "gateways.choice", "gateways.thesis_back"}


def test_the_principal_is_asked_for_the_last_yes_and_the_student_for_conditions(cast):
    gateway, ana = a_busy_student(cast), cast.as_("ana")
    actions.check_portfolio(gateway, by=ana)
    due = [actions.Asked("Read it aloud.", date(2026, 11, 1))]
    actions.decide_gateway(gateway, "conditions", "", conditions=due, by=ana)
    assert "gateways.condition" in asked(cast, "luis")
    actions.meet_condition(gateway.conditions.get(), by=ana)

    assert asked(cast, "dana") == {"gateways.yes"}


@pytest.mark.parametrize("who", ["luis", "ana", "dana"])
def test_it_is_asked_once(cast, who):
    a_busy_student(cast)
    asked(cast, who)
    viewer = cast.as_(who)

    with inside(cast.school), Statements() as sent:
        waits(viewer)

    assert sent.count == 1
