"""A plain JSON client walks from an interest to a day that counts, with tokens only."""

from __future__ import annotations

import json

import pytest
import time_machine

from kindling.keys.actions.tokens import make_token
from tests.cast import Cast

SITE = "/harbor-view/api/v1"


class Json:
    """Someone who speaks only JSON, with a personal token."""

    def __init__(self, cast: Cast, client, name: str, scope: str = "write") -> None:
        user = cast.user(name)
        _token, secret = make_token(user, name="test", scope=scope, days=30, by=cast.as_(name))
        self.headers = {"Authorization": f"Bearer {secret}"}
        self.client = client

    def get(self, path: str):
        return self.client.get(SITE + path, headers=self.headers)

    def post(self, path: str, **sent):
        return self.client.post(
            SITE + path, json.dumps(sent), content_type="application/json", headers=self.headers
        )


@pytest.fixture
def speak(cast, client):
    return lambda name, **facts: Json(cast, client, name, **facts)


def test_the_whole_path_in_json(cast, speak):
    jordan, chen, ana = speak("jordan"), speak("chen"), speak("ana")

    found = jordan.get("/opportunities/?q=shelter").json()["items"]
    asked = jordan.post(
        "/pursuits/", student=cast.jordan.public_id, opportunity=found[0]["id"], why="Dogs."
    ).json()
    allowed = chen.post(f"/pursuits/{asked['id']}/approve/").json()
    tried = jordan.post(f"/pursuits/{asked['id']}/attempts/", kind="called", tap="one").json()
    wants = jordan.post(f"/pursuits/{asked['id']}/request-start/", note="They said yes.").json()
    start = {
        "mentor": cast.sam.public_id, "starts_on": "2026-10-13", "goals": "Learn the rounds.",
        "schedule": [{"weekday": 1, "starts_at": "09:00", "ends_at": "14:00"}],
    }  # fmt: skip
    placement = ana.post(f"/pursuits/{asked['id']}/start/", **start).json()
    day = jordan.post("/days/check-in/", placement=placement["id"], goal="Meet all dogs").json()
    with time_machine.travel("2026-10-13T18:00:00Z"):
        left = jordan.post(f"/days/{day['id']}/check-out/", line="I met them all.").json()
        settled = ana.post(f"/days/{day['id']}/settle/", minutes=300, reason="Was there").json()

    assert [asked["state"], allowed["state"], wants["state"]] == [
        "requested", "approved", "start_requested",
    ]  # fmt: skip
    assert tried["kind"] == "called"
    assert (placement["state"], placement["schedule"][0]["weekday"]) == ("active", 1)
    assert (day["state"], left["state"], left["line"]) == (
        "checked_in", "checked_out", "I met them all.",
    )  # fmt: skip
    assert (settled["state"], settled["minutes"]) == ("settled", 300)


def test_a_token_that_reads_may_not_write(cast, speak):
    jordan = speak("jordan", scope="read")

    answer = jordan.post(
        "/pursuits/",
        student=cast.jordan.public_id,
        opportunity=cast.shelter.public_id,
        why="Dogs.",
    )

    assert answer.status_code == 403
    assert jordan.get("/pursuits/").json()["count"] == 0


def test_a_token_of_one_school_opens_no_other(cast, client):
    otto = Json(cast, client, "otto")

    assert otto.get("/students/").status_code == 404


def test_approving_for_one_s_own_student_is_not_an_advisor_s(cast, speak):
    asked = speak("jordan").post(
        "/pursuits/", student=cast.jordan.public_id, opportunity=cast.shelter.public_id, why="Dogs."
    )

    answer = speak("ana").post(f"/pursuits/{asked.json()['id']}/approve/")

    assert answer.status_code == 403


def test_what_does_not_fit_is_told_by_field(cast, speak):
    answer = speak("jordan").post("/pursuits/", student=cast.jordan.public_id)

    assert answer.status_code == 422
    told = {tuple(one["loc"])[-1] for one in answer.json()["detail"]}
    assert told == {"opportunity", "why"}


def test_a_nul_in_the_words_is_dropped(cast, speak):
    jordan = speak("jordan")

    asked = jordan.post(
        "/pursuits/",
        student=cast.jordan.public_id,
        opportunity=cast.shelter.public_id,
        why="Do\0gs.",
    )
    found = jordan.get("/opportunities/?q=shel%00ter")

    assert asked.json()["why"] == "Dogs."
    assert [row["title"] for row in found.json()["items"]] == ["Shelter helper"]
