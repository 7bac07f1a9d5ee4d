"""The pages of a queue: for who waits, and for staff."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.placements.actions import (
    withdraw_pursuit,
)
from kindling.placements.models import Pursuit
from kindling.placements.tests.lines import join
from tests.cast import make_student

HOME = "/harbor-view"


def test_a_stale_form_asks_for_a_place_that_was_taken_meanwhile(cast, client_of, taken):
    answer = client_of("luis").post(
        f"{HOME}/pursuits/request/{cast.shelter.public_id}/", {"why": "Dogs."}
    )

    assert answer.status_code == 409
    assert "Full. Someone learns here now." in answer.text
    assert Pursuit.objects.count() == 1


def test_the_page_offers_the_queue_and_shows_the_place_in_it(cast, client_of, taken):
    luis = client_of("luis")
    place = cast.shelter.public_id
    assert "Join the queue" in luis.get(f"{HOME}/pursuits/request/{place}/").text
    assert "Wait for a seat" in luis.get(f"{HOME}/places/{place}/").text

    answer = luis.post(f"{HOME}/pursuits/queues/{place}/join/", {"why": "Dogs."}, follow=True)

    assert "Number 1 of 1 in the queue." in answer.text
    assert "Has had no internship yet." in answer.text
    assert "In the queue. See where you stand." in luis.get(f"{HOME}/").text


def test_no_reason_asks_again_and_saves_nothing(cast, client_of, taken):
    address = f"{HOME}/pursuits/queues/{cast.shelter.public_id}/join/"

    assert client_of("luis").post(address, {"why": ""}).status_code == 422
    assert Pursuit.objects.count() == 1


def test_yes_on_the_page(cast, client_of, taken):
    waiting = join(cast.luis, cast.shelter)
    withdraw_pursuit(taken, by=cast.as_("maya"))
    luis, address = client_of("luis"), f"{HOME}/pursuits/{waiting.public_id}/"
    assert "Yes, I want the seat" in luis.get(address).text
    assert "A seat is free for you. Say yes by" in luis.get(f"{HOME}/").text

    assert luis.post(f"{address}accept/").status_code == 302

    waiting.refresh_from_db()
    assert waiting.state == "requested"
    assert luis.post(f"{address}accept/").status_code == 409


def test_staff_read_the_queue_and_names_of_their_own_only(cast, client_of, taken):
    nora = make_student(cast.school, "Nora Bell", "301", date(2008, 1, 1))
    for student in (cast.luis, nora):
        join(student, cast.shelter)
    address = f"{HOME}/pursuits/queues/{cast.shelter.public_id}/"
    seen = {
        name: [n for n in ("Luis Diaz", "Nora Bell") if n in client_of(name).get(address).text]
        for name in ("chen", "ana", "luis", "rosa", "otto")
    }

    assert seen == {
        "chen": ["Luis Diaz", "Nora Bell"],
        "ana": ["Luis Diaz"],
        "luis": [],
        "rosa": [],
        "otto": [],
    }
    assert "Shelter helper" in client_of("chen").get(f"{HOME}/pursuits/queues/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_queues_costs_four_statements_and_a_queue_seven(
    cast, client_of, count, taken, django_assert_num_queries
):
    for n in range(count):
        student = make_student(cast.school, f"Student{n} Test", "301", date(2008, 1, 1))
        join(student, cast.shelter)
    chen = client_of("chen")

    with django_assert_num_queries(4):
        assert chen.get(f"{HOME}/pursuits/queues/").status_code == 200
    with django_assert_num_queries(7):
        assert chen.get(f"{HOME}/pursuits/queues/{cast.shelter.public_id}/").status_code == 200
