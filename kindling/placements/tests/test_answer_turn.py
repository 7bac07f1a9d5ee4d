"""A yes in the school's order on the pages, heard by phone, or not at all."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.notices.models import Notice
from kindling.placements.actions import (
    remind_school,
    stand_in,
)
from kindling.placements.rules import asked_now
from kindling.placements.tests.factories import make_asked
from kindling.placements.tests.turns import (
    COORDINATOR,
    FAMILY,
    told,
    turns,
)
from kindling.schools.viewer import Viewer

HOME = "/harbor-view"


def test_an_advisor_whose_turn_it_is_answers_in_the_list(cast, client_of, all_four):
    pursuit = make_asked(cast.luis, cast.shelter)
    address = f"{HOME}/pursuits/{pursuit.public_id}/approve/"
    shown = {n: address in client_of(n).get(f"{HOME}/pursuits/").text for n in ("ana", "chen")}

    assert shown == {"ana": True, "chen": False}
    assert "Asked now: Advisor" in client_of("chen").get(f"{HOME}/pursuits/").text


def test_the_coordinator_writes_down_a_yes_heard_by_phone(cast, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    with pytest.raises(PermissionDenied):
        stand_in(asked_now(pursuit), "I know her.", by=cast.as_("ana"))
    stand_in(asked_now(pursuit), "Rosa said yes by phone.", by=cast.as_("chen"))

    first = pursuit.approvals.get(role=FAMILY)
    assert (first.state, first.by, first.is_heard, first.reason) == (
        "yes",
        cast.chen,
        True,
        "Rosa said yes by phone.",
    )
    with pytest.raises(PermissionDenied):  # nobody stands in for staff
        stand_in(asked_now(pursuit), "She nodded.", by=cast.as_("chen"))


def test_who_is_silent_is_reminded_twice_and_then_the_coordinator_hears(cast, family_first):
    make_asked(cast.luis, cast.shelter)
    Notice.objects.all().delete()
    for day in (15, 16, 19, 22, 25, 28):
        with time_machine.travel(f"2026-10-{day}T13:00Z", tick=False):
            remind_school(by=Viewer.system(cast.school))

    assert told() == [
        ("placements/approve_family", "Rosa Diaz"),
        ("placements/approve_family", "Rosa Diaz"),
        ("placements/nobody_answers", "Chen Wu"),
    ]


def test_the_page_says_who_has_it_now(cast, client_of, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    address = f"{HOME}/pursuits/{pursuit.public_id}/"

    for name in ("luis", "ana", "chen", "rosa"):
        said = "Quién dice que sí" if name == "rosa" else "Who says yes"
        assert said in client_of(name).get(address).text, name
    assert "The family is asked for a yes now." in client_of("luis").get(address).text

    assert client_of("chen").post(f"{address}stand-in/", {"reason": ""}).status_code == 422
    assert client_of("ana").post(f"{address}stand-in/", {"reason": "Yes."}).status_code == 403


def test_a_signed_in_family_answers_on_the_page(cast, client_of, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)

    client_of("rosa").post(f"{HOME}/pursuits/{pursuit.public_id}/agree/")

    assert turns(pursuit) == [(FAMILY, "yes"), (COORDINATOR, "asked")]
    again = client_of("rosa").post(f"{HOME}/pursuits/{pursuit.public_id}/agree/")
    assert again.status_code == 403
