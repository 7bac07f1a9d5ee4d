"""What was merged is as it was before: exactly, or whoever undoes it is told why not."""

from datetime import date

import pytest

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.people.models import Connection
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS
from kindling.placements.tests.factories import make_placement
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.sites.actions import (
    add_mentor,
    follow_merges,
    leave_alone,
    make_lead,
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
from tests.cast import make_person


def rows(model):
    """Every row as it stands: what an undo must give back."""
    return list(model._base_manager.order_by("pk").values())


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


def test_who_leads_since_then_leads_on(cast, twin):
    chen = cast.as_("chen")
    ida = make_person(cast.school, "Ida Berg", Role.MENTOR, user=False)
    row = add_mentor(twin, ida, by=chen)
    merged = merge(Kind.SITE, cast.clinic.site, twin, by=chen)
    make_lead(SiteMentor.objects.get(pk=row.pk), by=chen)

    undo_merge(merged, by=chen)

    here = SiteMentor.objects.filter(until_on=None, is_lead=True).order_by("site", "pk")
    leads = {row.site_id: row.person.first for row in here}
    assert (leads[cast.clinic.site_id], leads[twin.pk]) == ("Sam", "Ida")
    assert SiteMentor.objects.get(site=twin, person=cast.sam).until_on is None


def test_what_had_to_end_because_it_came_late_is_open_again(cast, twin):
    ida = make_person(cast.school, "Ida Berg", Role.MENTOR, user=False)
    chen = cast.as_("chen")
    add_mentor(cast.clinic.site, ida, by=chen)
    merged = merge(Kind.SITE, cast.clinic.site, twin, by=chen)
    late = add_mentor(twin, ida, by=chen)  # somebody had the old entry open

    follow_merges()
    late.refresh_from_db()
    assert late.until_on is not None
    undo_merge(merged, by=chen)

    late.refresh_from_db()
    assert (late.site, late.until_on) == (twin, None)
