"""Changed with its earlier values kept; seats only where nobody sits."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.sites.actions import (
    change_opportunity,
    change_organisation,
    change_site,
    free_seat,
    take_seat,
)
from kindling.sites.models import Opportunity
from kindling.sites.tests.asking import OFFER, find
from tests.cast import make_place


def edit(client, place, **fields):
    return client.post(f"/harbor-view/places/{place.public_id}/edit/", OFFER | fields)


def test_a_change_keeps_what_stood_there(cast):
    change_opportunity(cast.clinic, by=cast.as_("chen"), title="Vet's helper", areas=["health"])

    event = Event.objects.get(verb="opportunity.change")
    assert event.detail["was"] == {"title": "Animal care assistant", "areas": "land"}


def test_nothing_changed_leaves_no_trace(cast):
    change_opportunity(cast.clinic, by=cast.as_("chen"), title=cast.clinic.title, areas=["land"])

    assert Event.objects.filter(verb="opportunity.change").count() == 0


def test_the_form_shows_what_is_there_and_saves(cast, client_of):
    client = client_of("chen")
    page = client.get(f"/harbor-view/places/{cast.clinic.public_id}/edit/").content.decode()

    assert 'value="Animal care assistant"' in page
    assert edit(client, cast.clinic).status_code == 302
    assert Opportunity.objects.get(pk=cast.clinic.pk).title == "Bike mechanic"
    assert find(client_of("maya"), q="bike") == ["Bike mechanic"]


def test_seats_grow_and_shrink_with_the_capacity(cast):
    chen, place = cast.as_("chen"), cast.clinic
    change_opportunity(place, by=chen, capacity=3)
    held = take_seat(place, by=chen)
    assert (place.seats.count(), place.count_free_seats()) == (3, 2)

    change_opportunity(place, by=chen, capacity=1)
    assert (place.count_free_seats(), place.count_taken_seats()) == (0, 1)
    with pytest.raises(Refused):
        take_seat(place, by=chen)

    free_seat(held, by=chen)
    assert place.count_free_seats() == 1
    change_opportunity(place, by=chen, capacity=4)
    assert (place.seats.count(), place.count_free_seats()) == (4, 4)


def test_not_fewer_seats_than_students(cast, client_of):
    chen = cast.as_("chen")
    change_opportunity(cast.clinic, by=chen, capacity=3)
    take_seat(cast.clinic, by=chen)
    take_seat(cast.clinic, by=chen)

    answer = edit(client_of("chen"), cast.clinic, capacity="1")
    assert answer.status_code == 422
    assert "2 students hold seats here. Enter 2 or more." in answer.content.decode()
    with pytest.raises(Refused, match="2 students hold seats here"):
        change_opportunity(Opportunity.objects.get(pk=cast.clinic.pk), by=chen, capacity=1)
    assert Opportunity.objects.get(pk=cast.clinic.pk).capacity == 3


def test_a_new_name_of_the_organisation_is_found(cast, client_of):
    chen, site = cast.as_("chen"), cast.clinic.site
    change_organisation(site.organisation, by=chen, name="Zebra Clinic")
    change_site(site, by=chen, city="Quahog")

    assert find(client_of("maya"), q="zebra quahog") == ["Animal care assistant"]
    verbs = ["organisation.change", "site.change"]
    assert [e.verb for e in Event.objects.filter(verb__in=verbs).order_by("pk")] == verbs


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "priya"])
def test_nobody_else_changes_places(cast, client_of, name):
    with pytest.raises(PermissionDenied):
        change_opportunity(cast.clinic, by=cast.as_(name), title="Mine")
    assert edit(client_of(name), cast.clinic).status_code == 403


def test_another_schools_place_is_not_there(cast, client_of):
    zoo = make_place(cast.north, "Zoo", "Keeper")

    assert edit(client_of("chen"), zoo).status_code == 404
    with pytest.raises(PermissionDenied):
        change_opportunity(zoo, by=cast.as_("chen"), title="Mine")
    assert Opportunity.objects.get(pk=zoo.pk).title == "Keeper"


def test_the_history_is_told_to_leaders_alone(cast, client_of):
    change_opportunity(cast.clinic, by=cast.as_("chen"), bring="Boots", min_age=15)
    path = f"/harbor-view/places/{cast.clinic.public_id}/"

    text = client_of("dana").get(path).content.decode()
    assert "From which age before: 16" in text
    assert "Chen Wu" in text
    assert "From which age before" not in client_of("ana").get(path).content.decode()
    assert "From which age before" not in client_of("maya").get(path).content.decode()


def test_edit_pages_of_organisation_and_site(cast, client_of):
    client, site = client_of("chen"), cast.clinic.site
    home = f"/harbor-view/places/organisations/{site.organisation.public_id}"
    here = f"/harbor-view/places/sites/{site.public_id}"

    sent = {"name": "Bayside", "website": "bayside.example.org", "notes": "Call early"}
    assert client.post(f"{home}/edit/", sent).status_code == 302
    assert client.post(f"{home}/edit/", sent | {"website": "not a site"}).status_code == 422
    assert client.post(f"{here}/edit/", {"name": "Bayside east"}).status_code == 302
    assert client.post(f"{here}/edit/", {"name": "B", "longitude": "3"}).status_code == 422
    assert client.post(f"{home}/sites/", {"name": "Bayside EAST"}).status_code == 422
    assert client.post(f"{home}/sites/", {"name": "Bayside west"}).status_code == 302
    site.refresh_from_db()
    assert (site.name, site.organisation.sites.count()) == ("Bayside east", 2)
