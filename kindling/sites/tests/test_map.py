"""Places on a map, and the same as a list."""

import pytest

from kindling.travel.actions import put_map
from kindling.travel.tests.maps import a_map
from kindling.travel.tiles import read_head

HOME = "/harbor-view/places/map/"


def test_dots_round_the_school_and_every_place_in_the_list(bus_town, client_of):
    text = client_of("maya").get(HOME).text

    assert text.count('<li class="row" data-at=') == 3
    assert "Needs a car" in text
    assert "<street-map" not in text


def test_filters_hold(bus_town, client_of):
    text = client_of("maya").get(f"{HOME}?minutes=20").text

    assert text.count('<li class="row" data-at=') == 1
    assert "Animal care assistant" in text


def test_with_the_schools_own_map(bus_town, client_of):
    content, by = a_map(), bus_town.as_("chen")
    put = put_map(file_name="t.pmtiles", content=content, bounds=read_head(content), by=by)
    client = client_of("maya")

    assert f'data-tiles="/harbor-view/travel/map/{put.digest}.pmtiles"' in client.get(HOME).text
    assert 'data-picks="id_latitude' in client.get("/harbor-view/places/from/").text
    assert "street-map" not in client.get("/harbor-view/places/").text


@pytest.mark.parametrize("name", ["liam", "tasha"])
def test_who_does_not_see_places_sees_no_map(cast, client_of, name):
    assert client_of(name).get(HOME).status_code == 403


def test_statements(bus_town, client_of, django_assert_num_queries):
    client = client_of("ana")

    with django_assert_num_queries(5):
        client.get(HOME)
