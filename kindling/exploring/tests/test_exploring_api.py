"""Interviews and shadow days in JSON, by the rules of the pages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kindling.exploring import actions
from kindling.exploring.models import ShadowDay
from kindling.exploring.tests.factories import behind, held, jordans_family, jordans_pursuit

API = "/harbor-view/api/v1/"


@pytest.fixture
def shadow(cast):
    jordans_pursuit(cast)
    return held(cast, jordans_family(cast))


def post(client, path, body=None):
    return client.post(f"{API}{path}", body or {}, content_type="application/json")


def test_an_interview_from_plan_to_thanks(cast, client_of):
    client = client_of("maya")
    told = {"student": cast.maya.public_id, "who": "Marta", "place": "Bakery", "on": "2026-10-12"}

    made = post(client, "interviews/", told | {"questions": ["Why?"]}).json()
    path = f"interviews/{made['id']}/"
    sent = {"on": "2026-10-12", "minutes": 20, "answers": ["Bread."]}
    kept = post(client, f"{path}hold/", sent).json()

    assert (kept["state"], kept["questions"]) == ("held", [{"ask": "Why?", "answer": "Bread."}])
    assert post(client, f"{path}hold/", sent).status_code == 409
    assert post(client, f"{path}thank/").json()["thanked_on"] == "2026-10-13"
    assert post(client, "interviews/", told | {"place": ""}).status_code == 422
    seen = {
        n: client_of(n).get(f"{API}{path}").status_code for n in ("ana", "rosa", "luis", "otto")
    }
    assert seen == {"ana": 200, "rosa": 404, "luis": 404, "otto": 404}


def test_a_shadow_day_tells_nobodys_answer(cast, client_of, shadow):
    path = f"shadow-days/{shadow.public_id}/"
    actions.answer_as_host(shadow, "not_now", "Hm", by=behind(cast.sam, "host_shadow", shadow))

    for name in ("jordan", "ana", "chen"):
        told = client_of(name).get(f"{API}{path}").json()
        assert (told["state"], told["outcome"]) == ("held", "")
        assert {"student_answer", "host_answer", "host_word"} & set(told) == set()
    told = post(client_of("jordan"), f"{path}answer/", {"answer": "continue"}).json()
    assert told["state"] == "held" or told["outcome"] == "not_now"
    assert ShadowDay.objects.get().outcome == "not_now"


def test_planned_by_the_student_it_waits_for_the_school(cast, client_of):
    told = {
        "student": cast.jordan.public_id, "opportunity": cast.shelter.public_id,
        "on": "2026-10-16", "starts_at": "09:00", "ends_at": "14:00",
    }  # fmt: skip

    made = post(client_of("jordan"), "shadow-days/", told).json()

    assert made["state"] == "asked"
    path = f"shadow-days/{made['id']}/"
    assert post(client_of("jordan"), f"{path}allow/").status_code == 403
    assert post(client_of("ana"), f"{path}allow/").json()["state"] == "planned"
    assert post(client_of("jordan"), f"{path}cancel/").json()["state"] == "cancelled"


@pytest.mark.parametrize("what", ["interviews", "shadow-days"])
def test_a_list_costs_the_same_for_one_and_three(
    cast, client_of, django_assert_num_queries, shadow, what
):
    def more(number):
        on = shadow.on - timedelta(days=number)
        actions.plan_interview(
            cast.jordan, who=f"Marta {number}", place="Bakery", on=on, by=cast.as_("jordan")
        )
        ShadowDay.objects.create(
            school=cast.school, student=cast.jordan, opportunity=cast.shelter, on=on,
            starts_at="09:00", ends_at="12:00", state="declined",
        )  # fmt: skip

    client = client_of("ana")
    more(1)
    with django_assert_num_queries(4):
        client.get(f"{API}{what}/")
    more(2)
    more(3)
    with django_assert_num_queries(4):
        client.get(f"{API}{what}/")
