"""The list of places in JSON takes what the page takes, and says why each result is there."""

from datetime import time

import pytest

from kindling.sites.actions import take_seat
from tests.cast import make_place

API = "/harbor-view/api/v1/"
ANIMALS, SHELTER = "Animal care assistant", "Shelter helper"


@pytest.fixture
def town(cast):
    site = make_place(
        cast.school, "Early Bird", "Baker", area="food", days="2", what="Bread", capacity=2
    ).site
    site.languages, site.access, site.latitude = "English, Spanish", "Step-free entrance", 41.9
    site.save()
    make_place(
        cast.school, "Late Owl", "Stage hand", area="stage", min_age=16,
        starts_at=time(13), ends_at=time(17),
    )  # fmt: skip
    make_place(cast.north, "North", "Northgate baker")
    return cast


def asked(client, where="opportunities", **wanted):
    answer = client.get(f"{API}{where}/", wanted)
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


def titles(client, **wanted):
    return [one["title"] for one in asked(client, **wanted)]


def test_every_filter_of_the_page(town, client_of):
    client = client_of("ana")

    assert titles(client, q="animals") == [ANIMALS, SHELTER]
    assert titles(client, area="food", day="2") == ["Baker"]
    assert titles(client, **{"from": "12"}) == ["Stage hand"]
    assert titles(client, until="14", room="2", language="es") == ["Baker"]
    assert titles(client, access="steps") == ["Baker"]
    assert titles(client, age="15") == ["Baker", SHELTER]
    assert titles(client, minutes="10") == [ANIMALS, SHELTER, "Stage hand"]
    assert titles(client, q="bread", language="es", minutes="60") == ["Baker"]
    assert titles(client, q="bread", language="vi") == []
    assert titles(client, order="near") == [ANIMALS, SHELTER, "Stage hand", "Baker"]


def test_what_we_do_not_know_asks_for_nothing_and_what_cannot_be_is_refused(town, client_of):
    client = client_of("ana")

    assert len(titles(client, area="nonsense", language="??", access="x", state="all")) == 4
    assert client.get(f"{API}opportunities/", {"from": "31"}).status_code == 422
    assert client.get(f"{API}opportunities/", {"minutes": "-1"}).status_code == 422


def test_open_is_open_to_the_student_who_asks(town, client_of):
    take_seat(town.shelter, by=town.as_("chen"))

    assert titles(client_of("maya"), open="1") == ["Baker"]  # 14
    assert titles(client_of("ana"), open="1") == [ANIMALS, "Baker", "Stage hand"]


def test_each_says_why_it_is_there_and_what_it_is_like_now(town, client_of):
    take_seat(town.shelter, by=town.as_("chen"))

    first, second = asked(client_of("ana"), q="animals")

    assert (first["found_by"].startswith("The words: animals"), first["free_seats"]) == (True, 1)
    assert (second["not_open"], second["minutes"]) == ("Full. Someone learns here now.", 4)
    assert asked(client_of("ana"), area="food")[0]["found_by"] == ""


def test_only_who_keeps_the_places_lists_closed_ones(town, client_of):
    town.clinic.state = "closed"
    town.clinic.save()

    assert titles(client_of("chen"), state="closed") == [ANIMALS]
    assert ANIMALS not in titles(client_of("ana"), state="closed")


def test_the_sites_where_something_fits(town, client_of):
    client = client_of("ana")

    named = [one["name"] for one in asked(client, "places")]
    found = asked(client, "places", q="animals")

    assert named == ["Bayside Animal Clinic", "Early Bird", "Harbor Animal Shelter", "Late Owl"]
    assert [one["name"] for one in found] == ["Bayside Animal Clinic", "Harbor Animal Shelter"]
    assert found[0]["found_by"].startswith("The words: animals")
    assert [one["name"] for one in asked(client, "places", language="es")] == ["Early Bird"]
    assert asked(client_of("maya"), "places", q="animals") == []


@pytest.mark.parametrize("wanted", [{}, {"q": "helper"}, {"day": "1", "room": "1"}])
def test_the_list_costs_the_same_for_more_places(
    town, client_of, django_assert_max_num_queries, wanted
):
    client = client_of("ana")
    asked(client, **wanted)
    for number in range(3):
        make_place(town.school, f"Shop {number}", f"Shop helper {number}")
    asked(client, **wanted)

    with django_assert_max_num_queries(6):
        asked(client, **wanted)
