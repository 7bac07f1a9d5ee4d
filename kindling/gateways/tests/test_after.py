"""The plan after school, and what is next with each place to go."""

from datetime import date

import pytest

from kindling.gateways import actions
from kindling.gateways.asked import AFTER
from kindling.gateways.models import AfterPlan
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused

PATH = "/harbor-view/gateways/after/{}/"


def written(cast) -> AfterPlan:
    by = cast.as_("luis")
    plan = actions.begin_after(cast.luis, by=by)
    for one in AFTER:
        if one.is_needed:
            actions.write_after(plan, one.field, "Because.", base=stamp_of(""), by=by)
    return plan


def test_trade_first_college_second_and_agreed(cast, client_of):
    plan, path, luis = written(cast), PATH.format(cast.luis.public_id), client_of("luis")

    assert luis.post(f"{path}hand-in/").status_code == 409
    luis.post(f"{path}choose/", {"pathway": "trade", "second": "two_year"})
    facts = {"name": "Harbor Trades", "pathway": "trade", "next_step": "Aid form"}
    luis.post(f"{path}choices/", {**facts, "due_on": "2026-10-10"})
    luis.post(f"{path}hand-in/")
    client_of("ana").post(f"{path}answer/", {"yes": "1"})

    plan.refresh_from_db()
    assert (plan.state, plan.pathway, plan.second) == ("agreed", "trade", "two_year")
    for who in ("luis", "rosa", "ana", "dana"):
        assert "Harbor Trades" in client_of(who).get(path).text
    assert client_of("maya").get(path).status_code == 404


def test_what_is_handed_in_does_not_change_and_opened_again_takes_a_new_yes(cast):
    plan, by = written(cast), cast.as_("luis")
    actions.choose_pathway(plan, "work", "", by=by)
    actions.add_choice(plan, name="The yard", pathway="work", by=by)
    actions.hand_in_after(plan, by=by)
    actions.agree_after(plan, by=cast.as_("ana"))

    with pytest.raises(Refused, match="closed"):
        actions.write_after(plan, "goal", "Other", base=stamp_of("Because."), by=by)
    actions.reopen_after(plan, by=by)

    assert AfterPlan.objects.get().state == "draft"


def test_a_place_moves_on_after_it_was_agreed_too(cast, client_of):
    plan, by = written(cast), cast.as_("luis")
    one = actions.add_choice(
        plan, name="The yard", pathway="work", next_step="Ask", due_on=date(2026, 10, 10), by=by
    )
    path, luis = PATH.format(cast.luis.public_id), client_of("luis")
    assert luis.post(f"{path}choices/{one.public_id}/", {"state": "x"}).status_code == 422
    luis.post(f"{path}choices/{one.public_id}/done/")
    one.refresh_from_db()
    assert one.done_on == date(2026, 10, 13)

    luis.post(f"{path}choices/{one.public_id}/", {"state": "accepted", "next_step": "Boots"})

    one.refresh_from_db()
    assert (one.state, one.next_step, one.done_on) == ("accepted", "Boots", None)
