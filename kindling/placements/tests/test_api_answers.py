"""What an action finds wrong is a 422 in JSON too, and the answer tells what holds now."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.placements.models import Placement, Pursuit
from kindling.placements.tests.factories import make_asked, make_placement, make_ready

API = "/harbor-view/api/v1"


def post(client, path, **said):
    return client.post(f"{API}/{path}", said, content_type="application/json")


def test_words_that_say_nothing(cast, client_of):
    place = {"student": cast.maya.public_id, "opportunity": cast.shelter.public_id}

    answer = post(client_of("maya"), "pursuits/", **place, why="   ")

    assert (answer.status_code, Pursuit.objects.count()) == (422, 0)
    assert answer.json()["detail"][0]["loc"] == ["why"]


def test_a_day_that_passed(cast, client_of):
    pursuit = make_asked(cast.maya, cast.shelter)

    path = f"pursuits/{pursuit.public_id}/approve/"
    answer = post(client_of("chen"), path, until_on="2026-10-01")

    assert answer.status_code == 422
    assert answer.json()["detail"][0]["msg"] == "Choose today or a later day."


@pytest.mark.parametrize("times", [("14:00", "09:00"), ("09:00", "09:00")])
def test_a_plan_backwards(cast, client_of, times):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    slot = {"weekday": 1, "starts_at": times[0], "ends_at": times[1]}
    plan = {"mentor": cast.sam.public_id, "starts_on": "2026-10-13", "schedule": [slot]}

    answer = post(client_of("ana"), f"pursuits/{pursuit.public_id}/start/", **plan)

    assert (answer.status_code, Placement.objects.count()) == (422, 0)


def test_the_answer_tells_the_days_that_hold_now(cast, client_of):
    placement = make_placement(cast, cast.luis, cast.clinic, starts_on=date(2026, 9, 1))
    path, said = f"placements/{placement.public_id}/end/", {"ends_on": "2026-10-08"}

    answer = post(client_of("ana"), path, reason="Moved away.", **said)

    assert answer.status_code == 200
    assert {day["until_on"] for day in answer.json()["schedule"]} == {"2026-10-08"}
