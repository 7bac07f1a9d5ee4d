"""Queue, limits, turns and ties in JSON, by the same actions."""

from __future__ import annotations

import pytest

from kindling.placements.actions import change_policy, request_end, withdraw_pursuit
from kindling.placements.models import ExitTalk, PursuitLimit, Tie
from kindling.placements.tests.factories import make_asked, make_placement, make_pursuit

API = "/harbor-view/api/v1"


@pytest.fixture
def post(client_of):
    def send(name, path, **body):
        answer = client_of(name).post(f"{API}{path}", body, content_type="application/json")
        return answer.status_code, answer.json()

    return send


def test_the_queue(cast, post):
    first = make_pursuit(cast, cast.maya, cast.shelter)
    asks = {"student": cast.luis.public_id, "opportunity": cast.shelter.public_id, "why": "Dogs."}
    status, joined = post("luis", "/pursuits/queue/join/", **asks)
    assert (status, joined["state"]) == (200, "queued")
    assert post("ana", "/pursuits/queue/join/", **asks)[0] == 403
    withdraw_pursuit(first, by=cast.as_("maya"))

    status, accepted = post("luis", f"/pursuits/{joined['id']}/accept/")

    assert (status, accepted["state"]) == (200, "requested")
    assert post("luis", f"/pursuits/{joined['id']}/accept/")[0] == 409
    assert post("chen", f"/pursuits/{joined['id']}/wait/")[0] == 409


def test_limits_turns_ties_and_talks(cast, client_of, post):
    said = {"student": cast.luis.public_id, "most": 1, "reason": "Calm."}
    assert post("ana", "/pursuits/limits/set/", **said)[0] == 200
    assert post("luis", "/pursuits/limits/set/", **said)[0] == 403
    assert PursuitLimit.objects.get().most == 1

    change_policy(pursue_chain=["guardian", "coordinator"], by=cast.as_("chen"))
    pursuit = make_asked(cast.luis, cast.shelter)
    address = f"/pursuits/{pursuit.public_id}"
    tied = post("rosa", f"{address}/ties/", kind="own", words="Our shop.")[1]
    assert post("chen", f"{address}/stand-in/", reason="By phone.")[0] == 409
    settle = {"decision": "allow", "reason": "Fine."}
    assert post("ana", f"{address}/ties/{tied['id']}/", **settle)[0] == 403
    assert post("chen", f"{address}/ties/{tied['id']}/", **settle)[1]["state"] == "allowed"
    assert Tie.objects.get().decided_by == cast.chen

    assert post("rosa", f"{address}/agree/")[0] == 200
    turns = client_of("chen").get(f"{API}{address}/approvals/").json()
    assert [(one["role"], one["state"]) for one in turns["items"]] == [
        ("guardian", "yes"),
        ("coordinator", "asked"),
    ]
    assert post("chen", f"{address}/approve/")[1]["state"] == "approved"
    assert post("chen", f"{address}/agree/")[0] == 404


def test_a_talk(cast, post):
    placement = make_placement(cast, cast.luis, cast.clinic)
    request_end(placement, "It does not fit.", by=cast.as_("luis"))
    said = {"held_on": "2026-10-13", "who": "All", "note": "He starts elsewhere."}

    assert post("ana", f"/placements/{placement.public_id}/talks/", **said)[0] == 200
    assert post("luis", f"/placements/{placement.public_id}/talks/", **said)[0] == 403
    assert ExitTalk.objects.count() == 1
