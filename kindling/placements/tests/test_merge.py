"""Two that are one: everything is found at the one that stays, nothing is lost, undo is exact."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.people.models import Connection
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS
from kindling.placements.tests.factories import make_placement, make_pursuit
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.sites.actions import (
    NewPlace,
    add_mentor,
    add_place,
    follow_merges,
    leave_alone,
    merge,
    undo_merge,
)
from kindling.sites.models import (
    Kind,
    Merge,
    Opportunity,
    Organisation,
    Quiet,
    Site,
    SiteCode,
    SiteMentor,
)
from tests.cast import make_person, make_place

RUNNERS = 4


def rows(model):
    """Every row as it stands: what an undo must give back."""
    return list(model._base_manager.order_by("pk").values())


@pytest.fixture
def twin(cast):
    """The clinic once more, with a place, a mentor and what hangs on a site."""
    place = make_place(cast.school, "Bayside Animal Clinc", "Front desk")
    Site.objects.filter(pk=place.site_id).update(phone="", languages="Spanish", entrance="Back")
    SiteMentor.objects.create(
        school=cast.school, site=place.site, person=cast.sam, is_lead=True,
        since_on=date(2026, 9, 1),
    )  # fmt: skip
    place.site.refresh_from_db()
    return place.site


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


def test_the_chosen_values_stay(cast, twin, client_of):
    path = f"/harbor-view/places/doubles/site/{cast.clinic.site.public_id}/{twin.public_id}/"
    client = client_of("chen")

    page = client.get(path).content.decode()
    assert "1 mentor, 1 place" in page
    assert client.post(path, {"name": "other"}).status_code == 302

    site = Site.objects.get(pk=cast.clinic.site_id)
    assert (site.name, site.phone) == ("Bayside Animal Clinc", "555 0142")
    assert (site.languages, site.entrance) == ("Spanish", "Back")  # only the other said something


def test_undo_puts_everything_back(cast, twin):
    make_placement(cast, cast.luis, twin.opportunities.get())
    SiteCode.objects.create(school=cast.school, site=twin, renewed_at=cast.school.now())
    models = [Organisation, Site, Opportunity, SiteMentor, SiteCode, Placement]
    before = [rows(model) for model in models]
    chen = cast.as_("chen")

    merged = merge(Kind.SITE, cast.clinic.site, twin, of_other=frozenset({"name"}), by=chen)
    assert [rows(model) for model in models] != before
    undo_merge(merged, by=chen)

    assert [rows(model) for model in models] == before
    verbs = Event.objects.filter(subject_id=cast.clinic.site.public_id).order_by("pk")
    assert [event.verb for event in verbs] == ["site.merge", "site.unmerge"]


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


def test_an_organisation_with_its_sites(cast, twin, client_of):
    one, other = cast.clinic.site.organisation, twin.organisation
    one.notes, other.notes = "Ring twice.", "They like dogs."
    one.save()
    other.save()

    merged = merge(Kind.ORGANISATION, one, other, by=cast.as_("chen"))

    assert set(one.sites.values_list("name", flat=True)) == {
        "Bayside Animal Clinic", "Bayside Animal Clinc",
    }  # fmt: skip
    one.refresh_from_db()
    assert one.notes == "Ring twice.\n\nThey like dogs."
    old = client_of("ana").get(f"/harbor-view/places/organisations/{other.public_id}/")
    assert old.status_code == 302
    undo_merge(merged, by=cast.as_("dana"))
    assert other.sites.get() == twin
    one.refresh_from_db()
    assert one.notes == "Ring twice."


def test_a_mentor_with_students_links_and_hats(cast, twin, client_of):
    ida = make_person(cast.school, "Sam Itoh", Role.MENTOR, user=False)
    add_mentor(cast.clinic.site, ida, by=cast.as_("chen"))
    placement = make_placement(cast, cast.luis, cast.clinic, mentor=ida)
    make_pass(ida, CONFIRM_DAYS, [placement.public_id], days=5, by=cast.as_("chen"))
    models = [Person, Membership, SiteMentor, Connection, Placement, Pass]
    before = [rows(model) for model in models]

    merged = merge(Kind.MENTOR, cast.sam, ida, by=cast.as_("chen"))

    placement.refresh_from_db()
    assert placement.mentor == cast.sam
    assert Connection.objects.get(student=cast.luis, role=Role.MENTOR).adult == cast.sam
    assert "Sam Itoh" not in client_of("dana").get("/harbor-view/people/").text
    old = client_of("chen").get(f"/harbor-view/places/mentors/person/{ida.public_id}/")
    assert old.headers["Location"].endswith(f"{cast.sam.public_id}/")
    assert set(Pass.objects.values_list("bearer__name", flat=True)) == {"Sam Ito"}
    undo_merge(merged, by=cast.as_("chen"))
    assert [rows(model) for model in models] == before


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


def test_a_rest_of_the_other_holds_for_both(cast, twin):
    until = date(2026, 12, 1)
    chen = cast.as_("chen")
    leave_alone(twin, Quiet.Kind.REST, until_on=until, reason="", by=chen)

    merged = merge(Kind.SITE, cast.clinic.site, twin, by=chen)
    assert Site.objects.get(pk=cast.clinic.site_id).rests_until == until

    undo_merge(merged, by=chen)
    spans = Site.objects.filter(pk__in=[cast.clinic.site_id, twin.pk]).order_by("pk")
    assert [site.rests_until for site in spans] == [None, until]


def test_what_was_changed_since_stays_and_is_named(cast, twin, client_of):
    chen = cast.as_("chen")
    merged = merge(Kind.SITE, cast.clinic.site, twin, of_other=frozenset({"entrance"}), by=chen)
    Site.objects.filter(pk=cast.clinic.site_id).update(entrance="Side")

    answer = client_of("chen").post(
        f"/harbor-view/places/merges/{merged.public_id}/undo/", follow=True
    )

    assert "Changed since then, so it stays: Which door, in an emergency." in answer.text
    assert Site.objects.get(pk=cast.clinic.site_id).entrance == "Side"


def test_what_went_elsewhere_makes_undo_impossible(cast, twin, client_of):
    merged = merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))
    Opportunity.objects.filter(title="Front desk").update(site=cast.shelter.site)

    answer = client_of("chen").post(f"/harbor-view/places/merges/{merged.public_id}/undo/")

    assert answer.status_code == 409
    assert "since then this went elsewhere: 1 place" in answer.text
    assert Merge.objects.get().undone_at is None
    assert Site.objects.get(pk=twin.pk).merged_into == cast.clinic.site


def test_a_later_merge_is_undone_first(cast, twin):
    chen = cast.as_("chen")
    first = merge(Kind.SITE, cast.clinic.site, twin, by=chen)
    second = merge(Kind.SITE, cast.shelter.site, cast.clinic.site, by=chen)

    with pytest.raises(Refused, match="Undo that first"):
        undo_merge(first, by=chen)
    undo_merge(second, by=chen)
    undo_merge(first, by=chen)
    with pytest.raises(Refused, match="undone already"):
        undo_merge(first, by=chen)


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


def test_what_is_written_meanwhile_follows(cast, twin):
    merged = merge(Kind.SITE, cast.clinic.site, twin, by=cast.as_("chen"))
    late = Opportunity.objects.get(title="Front desk")
    Opportunity.objects.filter(pk=late.pk).update(site=twin)  # somebody had the old entry open

    follow_merges()

    late.refresh_from_db()
    assert late.site == cast.clinic.site
    undo_merge(merged, by=cast.as_("chen"))
    late.refresh_from_db()
    assert late.site == twin


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


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins_and_the_other_is_told(cast, twin):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    start = Barrier(RUNNERS)
    ways = [(cast.clinic.site, twin), (twin, cast.clinic.site)] * 2
    with ThreadPoolExecutor(RUNNERS) as runners:
        won = list(runners.map(run, ways, [cast.as_("chen")] * RUNNERS, [start] * RUNNERS))

    assert sorted(won) == [False, False, False, True]
    assert Merge.objects.count() == 1
    undo_merge(Merge.objects.get(), by=cast.as_("chen"))


def run(way, by, start) -> bool:
    start.wait()
    try:
        merge(Kind.SITE, *way, by=by)
    except Refused:
        return False
    finally:
        connection.close()
    return True
