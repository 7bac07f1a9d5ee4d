"""A page that is older than what happened, a button that is tapped twice."""

from datetime import date

import pytest

from kindling.exhibitions.models import Exhibition
from kindling.gateways import actions
from kindling.gateways.models import Gateway, Showing, Thesis
from kindling.gateways.tests.going import an_exhibition, begun, checked, line_of
from kindling.kit.http import Refused


def test_a_yes_from_an_old_page_does_not_pass_over_conditions(cast):
    gateway, ana = checked(cast), cast.as_("ana")
    old = Gateway.objects.get()
    asked = [actions.Asked("Read it aloud.", date(2026, 11, 2))]
    actions.decide_gateway(gateway, "conditions", "", conditions=asked, by=ana)

    with pytest.raises(Refused, match="Someone was faster"):
        actions.decide_gateway(old, "move_on", "", by=cast.as_("chen"))

    assert Gateway.objects.get().state == "conditions"


def test_who_opened_the_page_before_an_exhibition_was_chosen_waits_for_its_panel(cast):
    gateway = checked(cast)
    old = Gateway.objects.get()
    actions.schedule_gateway(gateway, an_exhibition(cast), by=cast.as_("ana"))

    with pytest.raises(Refused, match="not recorded"):
        actions.decide_gateway(old, "move_on", "", by=cast.as_("chen"))


@pytest.mark.parametrize(("result", "is_passed"), [("redo", True), ("move_on", False)])
def test_nobody_settles_a_defence_otherwise_than_its_panel_recorded(cast, result, is_passed):
    thesis = Thesis.objects.create(
        school=cast.school, student=cast.luis, since=cast.school.now(), state="delivered"
    )
    held = an_exhibition(cast, "thesis")
    actions.schedule_defence(thesis, held, by=cast.as_("ana"))
    Exhibition.objects.filter(pk=held.pk).update(state="recorded", result=result)

    with pytest.raises(Refused, match="The panel recorded"):
        actions.settle_defence(thesis, "", is_passed=is_passed, by=cast.as_("ana"))

    actions.settle_defence(thesis, "", is_passed=not is_passed, by=cast.as_("ana"))


def test_tapped_twice_is_there_once(cast):
    gateway, luis = begun(cast), cast.as_("luis")
    thesis = actions.begin_thesis(cast.luis, by=luis)
    plan = actions.begin_after(cast.luis, by=luis)
    line, day = line_of(gateway), date(2026, 11, 2)
    college = {"name": "Bay College", "pathway": "two_year", "next_step": "", "due_on": None}

    for _tap in range(2):
        actions.show_for(gateway, line, "My letter.", evidence=None, amount=1, by=luis)
        actions.begin_chapter(cast.luis, "The crossing", by=luis)
        actions.add_milestone(thesis, "First count", day, by=luis)
        actions.add_choice(plan, by=luis, **college)

    assert Showing.objects.count() == 1
    for rows in (cast.luis.chapters, thesis.milestones, plan.choices):
        assert rows.count() == 1


def test_given_back_the_same_may_be_shown_again(cast):
    gateway, luis = begun(cast), cast.as_("luis")
    line = line_of(gateway)
    first = actions.show_for(gateway, line, "My letter.", evidence=None, amount=1, by=luis)
    actions.return_showing(first, "Sign it.", by=cast.as_("ana"))

    actions.show_for(gateway, line, "My letter.", evidence=None, amount=1, by=luis)

    assert Showing.objects.count() == 2
