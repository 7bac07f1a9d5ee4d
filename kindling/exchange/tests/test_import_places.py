"""A spreadsheet of places becomes organisations, sites, mentors and opportunities."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied

from kindling.exchange.actions import apply_import, undo_import, upload_import
from kindling.exchange.tests.test_import_roster import hand_in, totals
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.search.models import Shelf
from kindling.sites.actions import merge, undo_merge
from kindling.sites.models import Kind, Opportunity, Organisation, Site, SiteMentor
from tests.cast import make_person

PLACES = """Company,Address,City,Contact person,E-mail,Phone,Opportunity,Interest areas,Days,Hours,\
Spots,Minimum age,What to bring
Harbor Bakery,4 Dock St,Providence,Ida Holm,ida@bakery.example.org,555 0200,Baker's helper,Food,\
"Tue, Thu",8:00-13:00,2,16,Closed shoes
Harbor Bakery,4 Dock St,Providence,Ida Holm,ida@bakery.example.org,555 0200,Front counter,\
"Food, business",Tue,9-14,1,,
"""


def bring_in_places(cast, text=PLACES):
    imported = hand_in(cast, text.encode(), who="chen", kind="places", name="places.csv")
    apply_import(imported, by=cast.as_("chen"))
    imported.refresh_from_db()
    return imported


def test_rows_of_one_organisation_share_site_and_mentor(cast):
    imported = bring_in_places(cast)

    assert imported.findings_of("faults") == []
    helper = Opportunity.objects.get(title="Baker's helper")
    assert (helper.days, helper.starts_at, helper.ends_at) == ("1,3", time(8), time(13))
    assert (helper.capacity, helper.seats.count(), helper.min_age) == (2, 2, 16)
    assert [row.area for row in helper.areas.all()] == ["food"]
    assert helper.site.organisation.sites.get().opportunities.count() == 2
    mentor = SiteMentor.objects.get(site=helper.site)
    assert (mentor.person.name, mentor.is_lead) == ("Ida Holm", True)
    assert list(mentor.person.memberships.values_list("role", flat=True)) == ["mentor"]
    assert "bakery" in helper.words


def test_the_same_sheet_twice_changes_nothing(cast):
    bring_in_places(cast)

    assert totals(hand_in(cast, PLACES.encode(), who="chen", kind="places", name="p.csv")) == {}


def test_a_place_that_is_known_gets_the_new_opportunity_and_its_lead_stays(cast):
    text = "Company,Mentor,Title\nBayside Animal Clinic,New Person,Reception\n"

    bring_in_places(cast, text)

    assert Organisation.objects.filter(name="Bayside Animal Clinic").count() == 1
    mentors = SiteMentor.objects.filter(site=cast.clinic.site).order_by("pk")
    assert [(m.person.name, m.is_lead) for m in mentors] == [
        ("Sam Ito", True),
        ("New Person", False),
    ]


def test_one_site_spelt_three_ways_is_one_and_said_so(cast):
    text = (
        "Company,Address,Opportunity\nThe Bayside Animal Clinic Inc.,12 Water Street,Front desk\n"
        "BAYSIDE ANIMAL CLINC,12 Water St.,Kennel help\nBayside Animal Clinic,,Night watch\n"
    )
    before = (Organisation.objects.count(), Site.objects.count())

    imported = bring_in_places(cast, text)

    notes = imported.findings_of("notes")
    assert [note["code"] for note in notes] == ["taken_as", "taken_as"]
    assert (Organisation.objects.count(), Site.objects.count()) == before
    assert set(cast.clinic.site.opportunities.values_list("title", flat=True)) == {
        "Animal care assistant", "Front desk", "Kennel help", "Night watch",
    }  # fmt: skip
    assert Site.objects.get(pk=cast.clinic.site_id).address == "12 Water Street"


def test_three_spellings_of_a_new_one_make_one_and_undo_takes_it_away(cast):
    text = "Company,Address\nJoe's Garage,1 Elm\nJOES GARAGE LLC,1 Elm\nJoe’s Garrage,1 Elm\n"
    imported = bring_in_places(cast, text)
    assert Organisation.objects.filter(name__icontains="jo").count() == 1

    undo_import(imported, by=cast.as_("chen"))

    assert Organisation.objects.filter(name__icontains="jo").count() == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("East Bay Shelter", "West Bay Shelter"), ("School 12", "School 13"), ("Art House", "Art")],
)
def test_names_that_are_only_alike_stay_two(cast, one, other):
    bring_in_places(cast, f"Company\n{one}\n{other}\n")

    assert Organisation.objects.filter(name__in=[one, other]).count() == 2


def test_the_spelling_of_what_was_merged_leads_to_the_one_that_stayed(cast):
    home = Organisation.objects.create(school=cast.school, name="Vet on Water")
    merge(Kind.ORGANISATION, cast.clinic.site.organisation, home, by=cast.as_("chen"))

    bring_in_places(
        cast, "Company,Site,Opportunity\nVet on Water,Bayside Animal Clinic,Front desk\n"
    )

    assert cast.clinic.site.opportunities.filter(title="Front desk").count() == 1


def test_a_mentor_who_was_merged_is_the_one_who_stayed(cast):
    twin = make_person(cast.school, "Samuel Ito", Role.MENTOR, user=False, email="s@example.org")
    merge(Kind.MENTOR, cast.sam, twin, by=cast.as_("chen"))

    bring_in_places(cast, "Company,Contact person,E-mail\nCorner Bakery,Samuel Ito,s@example.org\n")

    row = SiteMentor.objects.get(site__name="Corner Bakery")
    assert row.person == cast.sam


def test_a_row_with_a_mistake_is_left_out(cast):
    text = (
        "Company,Days,Spots,Age,Hours\nA,someday,1,16,\nB,Tue,lots,16,\nC,Tue,1,3,\nD,Tue,1,,5-4\n"
    )

    imported = bring_in_places(cast, text + "E,Tue,1,16,9-14\n,Tue,1,16,\n")

    assert [(f["row"], f["code"]) for f in imported.findings_of("faults")] == [
        (2, "not_weekdays"),
        (3, "not_a_number"),
        (4, "not_a_number"),
        (5, "not_hours"),
        (7, "no_organisation"),
    ]
    assert Organisation.objects.filter(name__in="ABCDE").values_list("name", flat=True).get() == "E"


def test_an_import_of_places_can_be_undone(cast):
    people, places = Person.objects.count(), Opportunity.objects.count()
    imported = bring_in_places(cast)

    undo_import(imported, by=cast.as_("chen"))

    assert (Person.objects.count(), Opportunity.objects.count()) == (people, places)


def test_only_who_keeps_the_places_may_import_them(cast):
    for who in ("priya", "ana", "maya", "otto"):
        with pytest.raises(PermissionDenied):
            upload_import(kind="places", file_name="p.csv", content=b"", by=cast.as_(who))


def test_search_reads_again_what_a_sheet_changed_and_what_was_taken_back(cast):
    text = "Company,Opportunity,Description\nBayside Animal Clinic,Animal care assistant,Keep an aviary.\n"

    def told():
        cast.clinic.refresh_from_db()
        return ("aviary" in cast.clinic.words, "aviary" in cast.clinic.passage.body)

    imported = bring_in_places(cast, text)
    assert told() == (True, True)

    number = Shelf.objects.get(school=cast.school).number
    undo_import(imported, by=cast.as_("chen"))
    assert told() == (False, False)
    assert Shelf.objects.get(school=cast.school).number > number


def test_what_was_merged_since_stays_when_the_import_is_undone(cast):
    chen = cast.as_("chen")
    imported = bring_in_places(cast)
    bakery = Site.objects.get(name="Harbor Bakery")
    twin = Site.objects.create(
        school=cast.school, organisation=cast.clinic.site.organisation, name="Harbour Bakery"
    )
    gone = merge(Kind.ORGANISATION, cast.clinic.site.organisation, bakery.organisation, by=chen)
    kept = merge(Kind.SITE, bakery, twin, by=chen)

    undo_import(imported, by=chen)

    assert Site.objects.filter(pk=bakery.pk).exists()
    assert (undo_merge(kept, by=chen), undo_merge(gone, by=chen)) == ([], [])
