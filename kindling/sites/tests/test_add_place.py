"""The coordinator adds a place: organisation, site and what is on offer, on one page."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.sites.actions import NewPlace, add_organisation, add_place, add_places
from kindling.sites.models import Opportunity, Organisation, Site
from kindling.sites.tests.asking import OFFER, PLACE

ADD = "/harbor-view/places/add/"


def test_a_place_with_everything(cast, client_of):
    answer = client_of("chen").post(ADD, PLACE)

    place = Opportunity.objects.get(title="Bike mechanic")
    assert (answer.status_code, answer["Location"]) == (
        302, f"/harbor-view/places/{place.public_id}/",
    )  # fmt: skip
    assert (place.days, place.starts_at, place.capacity, place.min_age) == ("1,3", time(9), 2, 15)
    assert (place.site.name, place.site.latitude) == ("Gearhead Bike Co-op", 41.9)
    assert sorted(a.area for a in place.areas.all()) == ["land", "machines"]
    assert [s.number for s in place.seats.order_by("number")] == [1, 2]
    verbs = Event.objects.filter(by=cast.chen).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["organisation.add", "site.add", "opportunity.add"]


def test_a_known_organisation_is_not_doubled(cast, client_of):
    sent = PLACE | {"organisation": "bayside animal CLINIC", "site_name": "Second clinic"}

    assert client_of("chen").post(ADD, sent).status_code == 302
    place = Opportunity.objects.get(title="Bike mechanic")
    assert place.site.organisation == cast.clinic.site.organisation
    assert place.site.name == "Second clinic"


def test_a_name_that_is_nearly_known_is_asked_about(cast, client_of):
    client, sent = client_of("chen"), PLACE | {"organisation": "Bayside Animal Clinc, Inc."}

    answer = client.post(ADD, sent)
    assert answer.status_code == 422
    assert "We know Bayside Animal Clinic." in answer.content.decode()
    assert Opportunity.objects.count() == 2

    assert client.post(ADD, sent | {"is_other": "on"}).status_code == 302
    assert Organisation.objects.filter(name="Bayside Animal Clinc, Inc.").count() == 1


def test_an_address_for_a_known_site_is_not_lost_silently(cast, client_of):
    client, sent = client_of("chen"), PLACE | {"organisation": "Bayside Animal Clinic"}

    answer = client.post(ADD, sent)
    assert answer.status_code == 422
    assert "We know the site Bayside Animal Clinic" in answer.content.decode()

    blank = {"address": "", "city": "", "latitude": "", "longitude": ""}
    assert client.post(ADD, sent | blank).status_code == 302
    assert Opportunity.objects.get(title="Bike mechanic").site == cast.clinic.site


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ends_at": "08:00"}, "Enter a time after 09:00."),
        ({"ends_at": "09:00"}, "Enter a time after 09:00."),
        ({"title": ""}, "Fill this in."),
        ({"title": "x" * 201}, "Use at most 200 letters."),
        ({"organisation": "x" * 201}, "Use at most 200 letters."),
        ({"areas": []}, "Choose at least one area."),
        ({"areas": ["wizardry"]}, "Choose"),
        ({"days": []}, "Choose at least one day."),
        ({"days": ["7"]}, "Choose"),
        ({"capacity": "0"}, ""),
        ({"capacity": "-1"}, ""),
        ({"capacity": "many"}, ""),
        ({"min_age": "200"}, ""),
        ({"latitude": ""}, "Enter both numbers of the position, or neither."),
        ({"latitude": "91"}, ""),
        ({"latitude": "nan"}, ""),
        ({"starts_at": "25:00"}, ""),
    ],
)
def test_wrong_input_saves_nothing_and_says_what_to_do(cast, client_of, fields, sentence):
    answer = client_of("chen").post(ADD, PLACE | fields)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert (Opportunity.objects.count(), Organisation.objects.count()) == (2, 2)


@pytest.mark.parametrize(
    "name", ["D'Angelo's “Bikes” & <b>Co</b>", "🚲", "ورشة الدراجات", "x" * 200]
)
def test_any_name_is_kept_as_it_is(cast, client_of, name):
    client = client_of("chen")

    assert client.post(ADD, PLACE | {"organisation": name, "title": name}).status_code == 302
    assert Opportunity.objects.get(title=name).site.organisation.name == name
    for path in ("", f"{Opportunity.objects.get(title=name).public_id}/"):
        text = client.get(f"/harbor-view/places/{path}").content.decode()
        assert "<b>Co</b>" not in text


def test_a_place_at_a_known_site(cast, client_of):
    path = f"{ADD}?site={cast.clinic.site.public_id}"

    assert "12 Water Street" not in client_of("chen").get(path).content.decode()
    assert client_of("chen").post(path, OFFER).status_code == 302
    assert Opportunity.objects.get(title="Bike mechanic").site == cast.clinic.site
    assert Site.objects.count() == 2


def test_no_place_at_another_schools_site(cast, client_of):
    home = Organisation.objects.create(school=cast.north, name="Zoo")
    site = Site.objects.create(school=cast.north, organisation=home, name="Zoo")

    assert client_of("chen").get(f"{ADD}?site={site.public_id}").status_code == 404
    assert client_of("chen").post(f"{ADD}?site={site.public_id}", OFFER).status_code == 404
    assert client_of("chen").get(f"{ADD}?site=%00").status_code == 404
    assert client_of("chen").get(f"{ADD}?suggestion=%00").status_code == 404


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "priya", "liam", "tasha"])
def test_nobody_else_adds_places(cast, client_of, name):
    assert client_of(name).get(ADD).status_code == 403
    assert client_of(name).post(ADD, PLACE).status_code == 403
    with pytest.raises(PermissionDenied):
        add_place(NewPlace(organisation="A", title="B"), by=cast.as_(name))


def test_many_places_share_organisation_and_site(cast):
    rows = [
        NewPlace(organisation="Harbor Bakery", title="Baker", areas=("food",)),
        NewPlace(organisation="HARBOR  bakery", title="Seller", areas=("business",)),
        NewPlace(organisation="Harbor Bakery", site="East shop", title="Baker east"),
    ]

    added = add_places(rows, by=cast.as_("chen"))

    assert [place.site.name for place in added] == ["Harbor Bakery", "Harbor Bakery", "East shop"]
    assert Organisation.objects.filter(name__iexact="harbor bakery").count() == 1


def test_one_bad_row_adds_none(cast):
    rows = [
        NewPlace(organisation="Fine", title="Fine"),
        NewPlace(organisation="Bad", title="Bad", areas=("wizardry",)),
    ]

    with pytest.raises(ValueError, match="wizardry"):
        add_places(rows, by=cast.as_("chen"))
    assert Organisation.objects.filter(name="Fine").count() == 0


def test_northgate_may_have_the_same_name(cast):
    Organisation.objects.create(school=cast.north, name="Same Name")

    add_organisation(by=cast.as_("chen"), name="Same Name")

    assert Organisation.objects.filter(name="Same Name").count() == 2
