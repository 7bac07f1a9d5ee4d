"""Practise the first call; ready before asking for a place, where the school wants that."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exploring import actions
from kindling.exploring.bank.scripts import CHECKS, SCRIPTS
from kindling.exploring.models import Rehearsal
from kindling.kit.http import Refused
from kindling.placements.actions import request_pursuit

PAGE = "/harbor-view/exploring/practice/"


def begun(cast, kind="call"):
    return actions.begin_rehearsal(cast.jordan, kind, by=cast.as_("jordan"))


def full(kind="call"):
    return {
        "lines": {one.key: f"My {one.key}" for one in SCRIPTS[kind]},
        "checked": [key for key, _label in CHECKS[kind]],
    }


def handed_in(cast):
    one = begun(cast)
    actions.write_rehearsal(one, **full(), hand_in=True, by=cast.as_("jordan"))
    return one


def test_marked_ready_or_given_back_with_what_to_work_on(cast):
    one = handed_in(cast)

    with pytest.raises(ValidationError):
        actions.return_rehearsal(one, " ", by=cast.as_("ana"))
    actions.return_rehearsal(one, "Slower.", by=cast.as_("ana"))
    assert (one.state, one.reply) == ("returned", "Slower.")
    actions.write_rehearsal(one, **full(), hand_in=True, by=cast.as_("jordan"))
    actions.mark_ready(one, by=cast.as_("chen"))

    assert (one.state, str(one.ready_on)) == ("ready", "2026-10-13")


def test_half_a_script_is_kept_and_not_handed_in(cast):
    one, half = begun(cast), {"lines": {"who": "Hi, Jordan here"}, "checked": ["name", "nonsense"]}

    actions.write_rehearsal(one, **half, by=cast.as_("jordan"))
    assert (one.lines["who"], one.checked) == ("Hi, Jordan here", ["name"])
    with pytest.raises(ValidationError) as wrong:
        actions.write_rehearsal(one, **half, hand_in=True, by=cast.as_("jordan"))

    assert sorted(wrong.value.message_dict) == [
        "checked", "line_ask", "line_no", "line_thanks", "line_when", "line_why",
    ]  # fmt: skip


def test_one_of_a_kind_goes_on_and_a_new_one_follows_a_ready_one(cast):
    one = handed_in(cast)
    assert begun(cast).pk == one.pk

    actions.mark_ready(one, by=cast.as_("ana"))

    assert begun(cast).pk != one.pk


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "otto", "jordan"])
def test_nobody_else_marks(cast, name):
    one = handed_in(cast)

    with pytest.raises(PermissionDenied):
        actions.mark_ready(one, by=cast.as_(name))
    assert Rehearsal.objects.get().state == "handed_in"


def test_where_the_school_wants_it_nobody_asks_for_a_place_unready(cast):
    ask = {"why": "Dogs.", "by": cast.as_("jordan")}
    actions.choose_exploring(needs_rehearsal=True, answer_days=7, by=cast.as_("chen"))

    with pytest.raises(Refused, match="ractise"):
        request_pursuit(cast.jordan, cast.shelter, **ask)
    actions.mark_ready(handed_in(cast), by=cast.as_("ana"))

    assert request_pursuit(cast.jordan, cast.shelter, **ask).state == "requested"


def test_without_the_choice_nobody_is_held_back(cast):
    pursuit = request_pursuit(cast.jordan, cast.shelter, "Dogs.", by=cast.as_("jordan"))

    assert pursuit.state == "requested"


def test_on_the_pages(cast, client_of):
    client = client_of("jordan")
    assert client.post(f"{PAGE}begin/", {"kind": "call"}).status_code == 302
    one = Rehearsal.objects.get()
    path = f"{PAGE}{one.public_id}/"
    assert client.post(path, {"do": "hand_in", "line_who": "Hi"}).status_code == 422
    sent = {f"line_{key}": value for key, value in full()["lines"].items()}
    sent["checked"] = full()["checked"]
    assert client.post(path, sent | {"do": "hand_in"}).status_code == 302
    assert client_of("maya").get(path).status_code == 404
    ana = client_of("ana")
    assert "My who" in ana.get(path).content.decode()
    assert ana.post(f"{path}mark/", {"do": "return", "reply": ""}).status_code == 422
    assert ana.post(f"{path}mark/", {"do": "ready", "reply": ""}).status_code == 302
    assert "You are ready" in client_of("jordan").get(path).content.decode()
