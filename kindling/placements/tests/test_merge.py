"""Two that are one: everything is found at the one that stays, and nothing is lost."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.placements.tests.factories import make_placement, make_pursuit
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.search.models import Shelf
from kindling.sites.actions import (
    NewPlace,
    add_mentor,
    add_place,
    merge,
    undo_merge,
)
from kindling.sites.models import (
    Commute,
    Kind,
    Opportunity,
    Organisation,
    Site,
    SiteCode,
    SiteMentor,
)
from tests.cast import make_person


def test_what_hung_on_the_other_is_found_at_the_one_that_stays(cast, twin, client_of):
    place = twin.opportunities.get()
    placement = make_placement(cast, cast.luis, place)

    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    site = cast.clinic.site
    assert set(site.opportunities.values_list("title", flat=True)) == {
        "Animal care assistant", "Front desk",
    }  # fmt: skip
    placement.refresh_from_db()
    assert placement.site == site
    page = client_of("chen").get(f"/harbor-view/places/sites/{site.public_id}/")
    assert "Front desk" in page.content.decode()
    old = client_of("chen").get(f"/harbor-view/places/sites/{twin.public_id}/")
    assert old.headers["Location"] == f"/harbor-view/places/sites/{site.public_id}/"


def test_what_search_and_ways_know_is_worked_out_again(cast, twin):
    place = twin.opportunities.get()
    Commute.objects.create(school=cast.school, opportunity=place, minutes=20)
    Site.objects.update(name="Bayside", city="")
    Organisation.objects.update(name="Bayside")
    Opportunity.objects.all().refresh_words()  # no text changes: only where it is
    before = Shelf.objects.get(school=cast.school).number

    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    assert Commute.objects.count() == 0
    assert Shelf.objects.get(school=cast.school).number > before


def test_the_chosen_values_stay(cast, twin, client_of):
    path = f"/harbor-view/places/doubles/site/{cast.clinic.site.public_id}/{twin.public_id}/"
    client = client_of("chen")

    page = client.get(path).content.decode()
    assert "1 mentor, 1 place" in page
    assert client.post(path, {"name": "other"}).status_code == 302

    site = Site.objects.get(pk=cast.clinic.site_id)
    assert (site.name, site.phone) == ("Bayside Animal Clinc", "555 0142")
    assert (site.languages, site.entrance) == ("Spanish", "Back")  # only the other said something


def test_one_leads_and_nobody_guides_twice(cast, twin):
    ida = make_person(cast.school, "Ida Berg", Role.MENTOR, user=False)
    add_mentor(twin, ida, by=cast.as_("chen"), is_lead=True)

    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    here = SiteMentor.objects.filter(site=cast.clinic.site, until_on=None).order_by("pk")
    assert [(row.person.first, row.is_lead) for row in here] == [("Sam", True), ("Ida", False)]
    assert SiteMentor.objects.filter(site=twin, until_on=None).count() == 0


def test_of_two_codes_one_stays_with_the_old_entry(cast, twin):
    for site in (cast.clinic.site, twin):
        SiteCode.objects.create(school=cast.school, site=site, renewed_at=cast.school.now())

    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    assert SiteCode.objects.count() == 2  # none is deleted


def test_a_seat_that_is_held_stays_held(cast, twin):
    place = twin.opportunities.get()
    pursuit = make_pursuit(cast, cast.maya, place)

    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.seat.is_taken) == ("approved", True)
    assert Opportunity.objects.get(pk=place.pk).count_free_seats() == 0


def test_history_and_signatures_tell_what_was(cast):
    ida = make_person(cast.school, "Sam Itoh", Role.MENTOR, user=False)
    Event.objects.create(
        school=cast.school, at=cast.school.now(), by=ida, verb="day.confirm", subject_id="x"
    )

    merge(Kind.MENTOR, cast.sam, ida, by=cast.as_("chen"))

    assert Event.objects.get(verb="day.confirm").by == ida


def test_who_signs_in_does_not_go(cast):
    helper = make_person(cast.school, "Sam Itoh", Role.MENTOR, Role.GUARDIAN)

    with pytest.raises(Refused, match="signs in here or is more than a mentor"):
        merge(Kind.MENTOR, cast.sam, helper, by=cast.as_("chen"))
    merge(Kind.MENTOR, helper, cast.sam, by=cast.as_("chen"))


def test_a_student_or_a_suspended_mentor_is_not_merged(cast):
    ida = make_person(cast.school, "Sam Itoh", Role.MENTOR, user=False)
    with pytest.raises(Refused, match="is a student here"):
        merge(Kind.MENTOR, cast.maya.person, ida, by=cast.as_("chen"))
    Person.objects.filter(pk=ida.pk).update(suspended_at=cast.school.now())
    with pytest.raises(Refused, match="Decide on that first"):
        merge(Kind.MENTOR, cast.sam, ida, by=cast.as_("chen"))


def test_a_place_added_under_the_old_name_is_at_the_one_that_stayed(cast, twin):
    chen = cast.as_("chen")
    merge(Kind.SITE, cast.clinic.site, twin, by=chen)
    merge(Kind.ORGANISATION, cast.clinic.site.organisation, twin.organisation, by=chen)

    added = add_place(NewPlace(organisation="Bayside Animal Clinc", title="Night watch"), by=chen)

    assert added.site == cast.clinic.site


def test_its_other_name_is_told(cast, twin, client_of):
    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    page = client_of("chen").get(f"/harbor-view/places/sites/{cast.clinic.site.public_id}/").text
    assert "Also known as" in page
    assert "The same one twice, merged" in page


def test_an_old_page_merges_nothing_twice(cast, twin, client_of):
    path = f"/harbor-view/places/doubles/site/{cast.shelter.site.public_id}/{twin.public_id}/"
    merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    answer = client_of("dana").post(path)

    assert answer.status_code == 409
    assert "is part of Bayside Animal Clinic now" in answer.text
    with pytest.raises(Refused, match="two different"):
        merge(Kind.SITE, cast.clinic.site, cast.clinic.site, by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "priya", "liam"])
def test_nobody_else_merges_or_undoes(cast, twin, client_of, name):
    merged = merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))

    with pytest.raises(PermissionDenied):
        undo_merge(merged, by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        merge(Kind.SITE, cast.clinic.site, cast.shelter.site, by=cast.as_(name))
    path = f"/harbor-view/places/merges/{merged.public_id}/undo/"
    assert client_of(name).post(path).status_code == 403


def test_another_school_is_out_of_reach(cast, twin):
    theirs = Organisation.objects.create(school=cast.north, name="Bayside")

    with pytest.raises(PermissionDenied):
        merge(Kind.ORGANISATION, twin.organisation, theirs, by=cast.as_("chen"))
