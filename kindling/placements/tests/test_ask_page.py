"""The page on which a student asks for a place."""

from __future__ import annotations

import pytest

from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_pursuit
from tests.cast import make_place


def address(place):
    return f"/harbor-view/pursuits/request/{place.public_id}/"


def test_asking_on_the_page(cast, client_of):
    client = client_of("maya")

    assert client.get(address(cast.shelter)).status_code == 200
    answer = client.post(address(cast.shelter), {"why": "I like dogs."})

    pursuit = Pursuit.objects.get()
    assert (answer.status_code, answer.url) == (
        302,
        f"/harbor-view/pursuits/{pursuit.public_id}/",
    )
    assert (pursuit.student, pursuit.why) == (cast.maya, "I like dogs.")


@pytest.mark.parametrize("why", ["", "   ", "x" * 2001])
def test_without_a_reason_nothing_is_saved(cast, client_of, why):
    answer = client_of("maya").post(address(cast.shelter), {"why": why})

    assert (answer.status_code, Pursuit.objects.count()) == (422, 0)


def test_too_young_is_said_before_anything_is_typed(cast, client_of):
    page = client_of("jordan").get(address(cast.clinic)).text

    assert "You can ask from Tuesday 20 October 2026." in page
    assert 'name="why"' not in page


def test_a_seat_taken_while_the_form_was_open_is_a_409(cast, client_of):
    client = client_of("maya")
    assert 'name="why"' in client.get(address(cast.shelter)).text
    make_pursuit(cast, cast.luis, cast.shelter)

    answer = client.post(address(cast.shelter), {"why": "I like dogs."})

    assert answer.status_code == 409
    assert "Full. Someone learns here now." in answer.text
    assert Pursuit.objects.filter(student=cast.maya).count() == 0


def test_a_double_tap_is_one_pursuit(cast, client_of):
    client = client_of("maya")
    client.post(address(cast.shelter), {"why": "I like dogs."})

    assert client.post(address(cast.shelter), {"why": "I like dogs."}).status_code == 409
    assert Pursuit.objects.count() == 1


def test_the_doors(cast, client_of):
    elsewhere = make_place(cast.north, "North Kennel", "Kennel")
    names = ["maya", "ana", "chen", "rosa", "priya", "liam", "otto"]
    found = {name: client_of(name).get(address(cast.shelter)).status_code for name in names}

    assert found == {
        "maya": 200, "ana": 403, "chen": 403, "rosa": 403, "priya": 403, "liam": 404,
        "otto": 404,
    }  # fmt: skip
    assert client_of("maya").get(address(elsewhere)).status_code == 404


def test_taking_it_back_on_the_page(cast, client_of):
    pursuit = make_asked(cast.maya, cast.shelter)
    back = f"/harbor-view/pursuits/{pursuit.public_id}/withdraw/"

    assert client_of("maya").post(back, {"reason": "x" * 1001}).status_code == 422
    assert client_of("jordan").post(back).status_code == 404
    assert client_of("priya").post(back).status_code == 403
    assert client_of("maya").post(back).status_code == 302
    assert client_of("maya").post(back).status_code == 409


@pytest.mark.parametrize("name", ["Zoë O’Neil-ñ", "أمل", "🙂 Smiley", "X" * 200, "D'Arcy"])
def test_any_name_walks_the_way(cast, client_of, name):
    person = cast.maya.person
    person.given_name, person.family_name = name, ""
    person.compose().save()

    pursuit = make_pursuit(cast, cast.maya, cast.shelter)

    for who in ["maya", "ana", "chen"]:
        page = client_of(who).get(f"/harbor-view/pursuits/{pursuit.public_id}/")
        assert page.status_code == 200
