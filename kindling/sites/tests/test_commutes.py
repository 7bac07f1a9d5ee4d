"""Minutes by the timetable: on cards, in filters, in the order; and places that need a car."""

from datetime import time

import pytest

from kindling.sites.actions import change_opportunity, change_site
from kindling.sites.actions.commuting import (
    drop_stale_commutes,
    work_out_commutes,
    work_out_new_commutes,
)
from kindling.sites.models import Commute, Opportunity
from kindling.sites.tests.asking import find
from kindling.sites.tests.conftest import at
from kindling.travel.actions import remove_feed
from kindling.travel.tests.feeds import FAR_AWAY, HILL_TOP
from tests.cast import make_place

HOME = "/harbor-view/places/"


def told(place):
    row = Commute.objects.get(opportunity=place)
    return (row.minutes, row.leave_at, row.arrive_at, row.home_minutes, row.home_at)


def test_worked_out_when_a_timetable_comes_into_use(bus_town):
    assert told(bus_town.clinic) == (20, time(8, 30), time(8, 50), 20, time(14, 25))
    assert told(bus_town.shelter) == (27, time(8, 30), time(8, 57), 45, time(14, 55))
    assert told(bus_town.farm) == (None, None, None, None, None)
    assert Commute.objects.count() == 3


def test_places_without_hours_or_position_are_unknown(bus_town):
    make_place(bus_town.school, "Studio", "Painter", starts_at=None)
    at(make_place(bus_town.school, "Lab", "Lab hand"), (None, None))

    assert work_out_commutes.call(bus_town.school.pk) == 0


def test_worked_out_again_when_hours_or_address_change(bus_town):
    change_opportunity(bus_town.clinic, by=bus_town.as_("chen"), starts_at=time(8, 25))
    change_site(
        bus_town.farm.site, by=bus_town.as_("chen"), latitude=HILL_TOP[0], longitude=HILL_TOP[1]
    )
    change_opportunity(bus_town.shelter, by=bus_town.as_("chen"), title="Helper")

    assert Commute.objects.count() == 1
    work_out_new_commutes()
    assert told(bus_town.clinic)[:3] == (20, time(8), time(8, 20))
    assert told(bus_town.farm)[0] == 27


def test_whoever_moves_a_place_it_is_worked_out_again(bus_town):
    at(bus_town.farm, HILL_TOP)

    drop_stale_commutes()

    assert set(Commute.objects.values_list("opportunity", flat=True)) == {
        bus_town.clinic.pk,
        bus_town.shelter.pk,
    }
    work_out_new_commutes()
    assert told(bus_town.farm)[0] == 27
    drop_stale_commutes()
    assert Commute.objects.count() == 3


def test_when_the_school_moves_all_are_worked_out_again(bus_town):
    bus_town.school.latitude, bus_town.school.longitude = HILL_TOP
    bus_town.school.save()

    drop_stale_commutes()
    work_out_new_commutes()

    assert told(bus_town.shelter)[0] == 1


def test_nothing_is_left_when_it_is_taken_away(bus_town):
    remove_feed(bus_town.feed, by=bus_town.as_("chen"))

    assert not Commute.objects.exists()
    work_out_new_commutes()
    assert not Commute.objects.exists()


def test_at_most_so_many_minutes_and_the_nearest_first(bus_town, client_of):
    client = client_of("maya")

    assert find(client, minutes="20") == ["Animal care assistant"]
    assert find(client, minutes="30") == ["Animal care assistant", "Shelter helper"]
    assert find(client, order="near") == ["Animal care assistant", "Shelter helper", "Farm hand"]
    assert find(client, q="animal", minutes="20") == ["Animal care assistant"]


def test_without_a_timetable_the_nearest_are_those_in_a_straight_line(cast, client_of):
    at(cast.clinic, FAR_AWAY)

    assert find(client_of("maya"), order="near") == ["Shelter helper", "Animal care assistant"]


def test_a_card_and_a_page_say_that_it_needs_a_car(bus_town, client_of):
    client = client_of("maya")

    listed = client.get(HOME).text
    page = client.get(f"{HOME}{bus_town.farm.public_id}/").text

    assert listed.count("Needs a car") == 1
    assert "about 20 min" in listed
    assert "nothing goes there and back" in page


def test_a_page_says_when_to_leave(bus_town, client_of):
    page = client_of("maya").get(f"{HOME}{bus_town.shelter.public_id}/").text
    page = page.replace("\N{NO-BREAK SPACE}", " ")

    assert "27 min: leave at 8:30 AM, there at 8:57 AM" in page
    assert "45 min: leave at 2:10 PM, there at 2:55 PM" in page


def test_the_coordinator_counts_what_needs_a_car(bus_town, client_of):
    text = client_of("chen").get(f"{HOME}cars/").text

    assert "1 of 3 places needs a car." in text or "1 of 3 places need a car." in text
    assert "Farm hand" in text
    assert "Shelter helper" not in text
    assert "Northgate" not in text


def test_without_a_timetable_there_is_nothing_to_count(cast, client_of):
    assert "No timetable yet" in client_of("chen").get(f"{HOME}cars/").text


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "priya"])
def test_others_do_not_see_the_count(cast, client_of, name):
    assert client_of(name).get(f"{HOME}cars/").status_code == 403


@pytest.mark.parametrize("more", [0, 2])
def test_statements(bus_town, client_of, django_assert_num_queries, more):
    for number in range(more):
        at(make_place(bus_town.school, f"Farm {number}", f"Hand {number}"), FAR_AWAY)
    work_out_new_commutes()
    maya = client_of("maya")

    with django_assert_num_queries(5):
        maya.get(f"{HOME}?day=1")
    with django_assert_num_queries(9):
        maya.get(f"{HOME}{bus_town.clinic.public_id}/")
    chen = client_of("chen")
    with django_assert_num_queries(6):
        chen.get(f"{HOME}cars/")


def test_a_place_is_known_by_its_row(bus_town):
    assert Opportunity.objects.for_list().get(pk=bus_town.farm.pk).commute.needs_car
