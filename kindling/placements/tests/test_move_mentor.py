"""A mentor works somewhere else now; the old row stays, the new site is a lead."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.placements.tests.factories import make_placement
from kindling.sites.actions import add_new_mentor, end_mentor, move_mentor
from kindling.sites.models import Organisation, Site, SiteMentor
from tests.cast import make_place

TODAY = date(2026, 10, 13)


@pytest.fixture
def row(cast):
    return SiteMentor.objects.get(site=cast.clinic.site, person=cast.sam)


def url(row):
    return f"/harbor-view/places/mentors/{row.public_id}/move/"


def test_to_a_place_we_do_not_know_yet(cast, row, client_of):
    make_placement(cast, cast.luis, cast.clinic)
    client = client_of("chen")

    answer = client.post(
        url(row), {"name": "Coast Vets", "since_on": "2026-10-06", "title": "Vet"}, follow=True
    )

    site = Site.objects.get(name="Coast Vets")
    assert "Sam Ito works here now, and nothing is offered yet." in answer.text
    row.refresh_from_db()
    assert (row.until_on, row.is_lead) == (date(2026, 10, 5), False)
    new = SiteMentor.objects.get(site=site)
    assert (new.person, new.since_on, new.is_lead, new.title) == (
        cast.sam, date(2026, 10, 6), True, "Vet",
    )  # fmt: skip
    old = client.get(f"/harbor-view/places/sites/{cast.clinic.site.public_id}/").text
    assert "Needs a mentor here" in old
    page = client.get(f"/harbor-view/places/mentors/person/{cast.sam.public_id}/").text
    assert "Coast Vets" in page
    assert "Bayside Animal Clinic" in page


def test_to_a_site_we_know(cast, row):
    other = make_place(cast.school, "Coast Vets", "Helper").site
    ida = add_new_mentor(cast.clinic.site, by=cast.as_("chen"), given_name="Ida")

    moved = move_mentor(row, other, since_on=TODAY, by=cast.as_("chen"))

    ida.refresh_from_db()
    assert (ida.is_lead, moved.site) == (True, other)
    assert Organisation.objects.filter(name="Coast Vets").count() == 1


def test_what_is_wrong_is_said(cast, row, client_of):
    other = make_place(cast.school, "Coast Vets", "Helper").site
    chen = cast.as_("chen")
    for day in (date(2026, 10, 14), date(2026, 8, 1)):
        with pytest.raises(ValidationError):
            move_mentor(row, other, since_on=day, by=chen)
    with pytest.raises(ValidationError):
        move_mentor(row, cast.clinic.site, since_on=TODAY, by=chen)
    assert client_of("chen").post(url(row), {"since_on": "2026-10-13"}).status_code == 422
    with pytest.raises(Refused, match="is a mentor there already"):
        move_mentor(row, cast.shelter.site, since_on=TODAY, by=chen)
    end_mentor(row, by=chen)
    with pytest.raises(Refused, match="no longer a mentor here"):
        move_mentor(row, other, since_on=TODAY, by=chen)


@pytest.mark.parametrize("name", ["ana", "dana", "maya", "rosa"])
def test_nobody_else_moves_a_mentor(cast, row, client_of, name):
    other = make_place(cast.school, "Coast Vets", "Helper").site

    with pytest.raises(PermissionDenied):
        move_mentor(row, other, since_on=TODAY, by=cast.as_(name))
    sent = {"site": other.public_id, "since_on": "2026-10-13"}
    assert client_of(name).post(url(row), sent).status_code in {403, 404}
    assert SiteMentor.objects.filter(site=other).count() == 0


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "otto"])
def test_a_mentors_page_is_for_staff(cast, client_of, name):
    path = f"/harbor-view/places/mentors/person/{cast.sam.public_id}/"

    assert client_of(name).get(path).status_code == 404


@pytest.mark.parametrize("how_many", [1, 3])
def test_a_mentors_page_costs_the_same(cast, client_of, django_assert_num_queries, how_many):
    for number in range(how_many):
        site = make_place(cast.school, f"Place {number}", "Helper").site
        SiteMentor.objects.create(school=cast.school, site=site, person=cast.sam, since_on=TODAY)
    client = client_of("chen")

    # Ten of the place, four of the way in (mentoring), four of how often they answer.
    with django_assert_num_queries(18):
        client.get(f"/harbor-view/places/mentors/person/{cast.sam.public_id}/")
