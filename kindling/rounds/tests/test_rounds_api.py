"""Rounds in JSON: what one's page shows, and nobody else's list."""

from __future__ import annotations

import pytest
import time_machine

from kindling.rounds import actions
from kindling.rounds.models import Round
from kindling.rounds.tests.rounds import AFTER, make_open, put_list
from tests.cast import make_place

API = "/harbor-view/api/v1/rounds/"


@pytest.fixture
def one(cast):
    made = make_open(cast, cast.shelter, make_place(cast.school, "Corner Bakery", "Helper"))
    put_list(cast, made, "maya", cast.shelter)
    put_list(cast, made, "luis", cast.shelter)
    return made


def items(client, path=""):
    return client.get(f"{API}{path}").json()["items"]


def test_an_open_round_shows_the_seal_and_not_the_seed(cast, client_of, one):
    for name in ("maya", "ana", "chen"):
        (told,) = items(client_of(name))
        assert (told["id"], told["state"], told["seed"]) == (one.public_id, "open", "")
        assert len(told["seed_hash"]) == 64
        assert {row["seats"] for row in told["places"]} == {1}
    assert items(client_of("rosa")) == []
    assert client_of("otto").get(f"{API}{one.public_id}/").status_code == 404


def test_everybody_reads_their_own_list_and_no_other(cast, client_of, one):
    place = {"number": 1, "opportunity": cast.shelter.public_id}

    assert items(client_of("maya"), f"{one.public_id}/list/") == [place]
    for name in ("jordan", "ana", "chen"):
        assert items(client_of(name), f"{one.public_id}/list/") == []


def test_what_came_out_is_told_once_it_is_published(cast, client_of, one):
    path = f"{one.public_id}/outcomes/"
    with time_machine.travel(AFTER, tick=True):
        actions.close_round(one, by=cast.as_("chen"))
        actions.run_round(one, by=cast.as_("chen"))
        early = [len(items(client_of(name), path)) for name in ("chen", "ana", "maya")]
        actions.publish_round(one, by=cast.as_("chen"))
        late = [len(items(client_of(name), path)) for name in ("chen", "ana", "maya")]
        told = client_of("maya").get(f"{API}{one.public_id}/").json()

    assert (early, late) == ([2, 0, 0], [2, 2, 1])
    assert told["seed"] == Round.objects.get().seed


def test_a_list_costs_the_same_for_one_and_three(cast, client_of, one, django_assert_num_queries):
    client = client_of("chen")
    client.get(API)
    with django_assert_num_queries(6):
        client.get(API)
    for _ in range(2):
        make_open(cast, cast.shelter)
    with django_assert_num_queries(6):
        client.get(API)
