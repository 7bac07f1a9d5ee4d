"""Pages of places cost the same for one place and for three."""

import pytest

from kindling.sites.actions import add_wish, suggest_place
from kindling.sites.models import Opportunity
from tests.cast import make_place


@pytest.fixture(params=[1, 3])
def places(request, cast):
    """One place, or three at one site and elsewhere."""
    if request.param == 1:
        Opportunity.objects.exclude(pk=cast.clinic.pk).delete()
    else:
        make_place(cast.school, "Third", "Third place")
    return cast


@pytest.mark.parametrize(("name", "most"), [("maya", 5), ("ana", 4), ("chen", 4), ("rosa", 4)])
def test_the_list(places, client_of, django_assert_num_queries, name, most):
    client = client_of(name)

    with django_assert_num_queries(most):
        assert client.get("/harbor-view/places/?day=1").status_code == 200


@pytest.mark.parametrize(("name", "most"), [("maya", 6), ("ana", 5), ("chen", 5), ("rosa", 5)])
def test_the_list_with_words(places, client_of, django_assert_num_queries, name, most):
    client = client_of(name)
    client.get("/harbor-view/places/?q=animal")  # reads what search holds in the process

    with django_assert_num_queries(most):
        assert "Animal care" in client.get("/harbor-view/places/?q=animal&day=1").text


@pytest.mark.parametrize(("name", "most"), [("maya", 9), ("ana", 7), ("chen", 8), ("rosa", 7)])
def test_one_place(places, client_of, django_assert_num_queries, name, most):
    client = client_of(name)

    with django_assert_num_queries(most):
        client.get(f"/harbor-view/places/{places.clinic.public_id}/")


def test_the_wish_list(places, client_of, django_assert_num_queries):
    for place in Opportunity.objects.filter(school=places.school):
        add_wish(place, by=places.as_("maya"))
    client = client_of("maya")

    with django_assert_num_queries(5):
        client.get("/harbor-view/places/wishes/")


def test_a_site_and_an_organisation(places, client_of, django_assert_num_queries):
    client, site = client_of("chen"), places.clinic.site

    with django_assert_num_queries(14):  # 3 of them outreach
        client.get(f"/harbor-view/places/sites/{site.public_id}/")
    with django_assert_num_queries(7):
        client.get(f"/harbor-view/places/organisations/{site.organisation.public_id}/")
    with django_assert_num_queries(4):
        client.get("/harbor-view/places/organisations/")


@pytest.mark.parametrize("how_many", [1, 3])
def test_suggestions(cast, client_of, django_assert_num_queries, how_many):
    for number in range(how_many):
        suggest_place(by=cast.as_("maya"), name=f"Place {number}")
    client = client_of("chen")

    with django_assert_num_queries(4):
        client.get("/harbor-view/places/suggestions/")
