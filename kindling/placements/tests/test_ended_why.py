"""Why a pursuit came to nothing: a short list beside one's own words."""

from __future__ import annotations

import pytest

from kindling.placements import actions
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_pursuit

HOME = "/harbor-view/"


def page_of(client, pursuit):
    return client.get(f"{HOME}pursuits/{pursuit.public_id}/").text


def test_a_student_says_what_stood_in_the_way(cast, client_of):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    sent = {"why": "travel", "reason": "Two buses and a walk."}

    client_of("maya").post(f"{HOME}pursuits/{pursuit.public_id}/withdraw/", sent)

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.ended_why) == ("withdrawn", "travel")
    told = "Too far, or no way to get there · Two buses and a walk."
    assert told in page_of(client_of("ana"), pursuit)


def test_nobody_has_to_say_it(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)

    actions.withdraw_pursuit(pursuit, by=cast.as_("maya"))

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.ended_why) == ("withdrawn", "")


def test_the_coordinator_says_it_with_a_no(cast, client_of):
    pursuit = make_asked(cast.maya, cast.shelter)
    sent = {"why": "age", "reason": "Ask again in spring."}

    client_of("chen").post(f"{HOME}pursuits/{pursuit.public_id}/decline/", sent)

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.ended_why) == ("declined", "age")


@pytest.mark.parametrize("path", ["withdraw", "decline"])
def test_what_is_not_on_the_list_saves_nothing(cast, client_of, path):
    pursuit = make_asked(cast.maya, cast.shelter)
    sent = {"why": "weather", "ended_why": "weather", "reason": "Rain.", "note": "Rain."}
    name = {"withdraw": "maya", "decline": "chen"}[path]

    page = client_of(name).post(f"{HOME}pursuits/{pursuit.public_id}/{path}/", sent)
    api = client_of(name).post(
        f"{HOME}api/v1/pursuits/{pursuit.public_id}/{path}/", sent, content_type="application/json"
    )

    assert (page.status_code, api.status_code) == (422, 422)
    assert Pursuit.objects.get().state == "requested"


def test_the_api_takes_it_too(cast, client_of):
    pursuit = make_asked(cast.maya, cast.shelter)
    address = f"{HOME}api/v1/pursuits/{pursuit.public_id}/withdraw/"

    client_of("maya").post(
        address, {"ended_why": "papers", "note": "Too many."}, content_type="application/json"
    )

    assert Pursuit.objects.get().ended_why == "papers"
