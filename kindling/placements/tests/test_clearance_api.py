"""Paperwork in JSON: how it stands, never what was handed in."""

from __future__ import annotations

import pytest

from kindling.clearance.actions import choose_packs
from kindling.clearance.tests.handed import ask_for, make_checked
from kindling.placements.tests.factories import make_placement, make_pursuit

API = "/harbor-view/api/v1/clearance/"


@pytest.fixture
def luis_waits(cast):
    """Luis may go after the clinic, Maya is at the shelter; a check and a permission are asked."""
    make_placement(cast, cast.maya, cast.shelter)
    make_pursuit(cast, cast.luis, cast.clinic)
    ask_for(cast, "check", "consent")
    make_checked(cast, "check", cast.luis, cast.clinic)
    return f"{API}{cast.luis.public_id}/{cast.clinic.public_id}/"


def test_who_is_there_with_something_missing_comes_first(cast, client_of, luis_waits):
    rows = client_of("chen").get(API).json()["items"]

    told = [(row["student"], row["is_running"], row["done"], row["total"]) for row in rows]
    assert told == [(cast.maya.public_id, True, 1, 2), (cast.luis.public_id, False, 1, 2)]
    missing = {"item": "Family’s permission", "standing": "Missing", "who": "Rosa Diaz"}
    assert rows[1]["missing"] == [missing]
    assert rows[1]["why"].startswith("Not ready yet. Family’s permission: missing. Rosa Diaz")


@pytest.mark.parametrize(
    ("asked", "found"),
    [("show=running", 1), ("show=ready", 0), ("show=all", 2), ("who=family", 2), ("who=mentor", 0)],
)
def test_by_state_and_by_who_must_act(client_of, luis_waits, asked, found):
    assert client_of("chen").get(f"{API}?{asked}").json()["count"] == found


@pytest.mark.parametrize("asked", ["show=everything", "who=chen"])
def test_an_unknown_state_is_a_422(client_of, luis_waits, asked):
    assert client_of("chen").get(f"{API}?{asked}").status_code == 422


def test_why_is_it_not_ready(cast, client_of, luis_waits):
    told = client_of("rosa").get(luis_waits).json()

    items = {one["item"]: (one["standing"], one["who"], one["until_on"]) for one in told["items"]}
    assert items == {
        "check": ("verified", "", "2027-10-01"),
        "consent": ("missing", "family", None),
    }
    assert (told["on"], told["carrier"]) == ("2026-10-13", None)
    assert client_of("chen").get(f"{luis_waits}?before=shadow").json()["items"] == []
    assert client_of("chen").get(f"{luis_waits}?before=dinner").status_code == 422


def test_a_rule_tells_its_source(cast, client_of, luis_waits):
    choose_packs(["us-1"], by=cast.as_("chen"))

    items = client_of("chen").get(luis_waits).json()["items"]

    (factors,) = [one for one in items if one["item"] == "factors"]
    assert "Fact Sheet 71" in factors["reasons"][0]["source"]


def test_the_doors(client_of, luis_waits):
    names = ["ana", "chen", "priya", "luis", "rosa", "maya", "liam", "otto"]

    board = [client_of(name).get(API).status_code for name in names]
    one = [client_of(name).get(luis_waits).status_code for name in names]

    assert board == [200, 200, 200, 403, 403, 403, 403, 404]
    assert one == [200, 200, 200, 200, 200, 404, 404, 404]
