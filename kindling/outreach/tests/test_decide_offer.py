"""The coordinator accepts an offer, notes it where it is known already, or declines; then it is forgotten."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.outreach import actions
from kindling.outreach.models import Contact, Offer
from kindling.outreach.queries.offers import similar_sites
from kindling.outreach.tests.offering import an_offer
from kindling.schools.models import Person
from kindling.sites.models import Opportunity, Site, SiteMentor


def test_accepted_it_is_a_place_with_a_mentor_and_a_next_step(cast, client_of):
    offer = an_offer(cast)
    sent_form = {
        "organisation": "Taller Lumbre", "title": "Bike mechanic", "areas": ["machines"],
        "days": ["1", "3"], "as_mentor": "on",
    }  # fmt: skip

    answer = client_of("chen").post(
        f"/harbor-view/outreach/offers/{offer.public_id}/accept/", sent_form
    )

    place = Opportunity.objects.get(title="Bike mechanic")
    offer.refresh_from_db()
    elena = SiteMentor.objects.get(site=place.site).person
    assert (answer.status_code, offer.state, offer.site) == (302, "accepted", place.site)
    assert (elena.name, elena.language, place.days) == ("Elena Ruiz", "es", "1,3")
    assert Contact.objects.get().next_step == "Call Elena Ruiz"
    assert Notice.objects.filter(person=elena, kind="outreach/accepted", language="es").count() == 1


def test_a_talk_becomes_a_site_without_a_place(cast):
    offer = an_offer(cast, kind="talk")
    places = Opportunity.objects.count()

    site = actions.accept_offer(offer, organisation="Taller Lumbre", by=cast.as_("dana"))

    assert (site.name, Opportunity.objects.count()) == ("Taller Lumbre", places)
    assert SiteMentor.objects.filter(site=site).count() == 0


def test_similar_ones_come_first_and_it_is_noted_there(cast, client_of):
    offer = an_offer(cast, organisation="The Harbor Animal Shelter, Inc.")
    client, page = client_of("chen"), f"/harbor-view/outreach/offers/{offer.public_id}/"
    assert similar_sites(cast.as_("chen"), offer) == [cast.shelter.site]
    assert "Harbor Animal Shelter" in client.get(page).text

    answer = client.post(f"{page}merge/", {"site": cast.shelter.site.public_id})

    offer.refresh_from_db()
    assert (answer.status_code, offer.state) == (302, "merged")
    assert Contact.objects.get().site == cast.shelter.site


def test_declined_with_a_kind_word_that_is_mailed(cast):
    offer = an_offer(cast)

    actions.decline_offer(offer, "Not this year, thank you.", by=cast.as_("chen"))

    letter = Notice.objects.get(kind="outreach/declined")
    assert (letter.address, "Not this year" in letter.body) == ("elena@lumbre.example.org", True)
    with pytest.raises(Refused):
        actions.accept_offer(offer, organisation="X", title="Y", by=cast.as_("chen"))


def test_without_a_word_it_is_not_declined(cast):
    with pytest.raises(Refused, match="kind word"):
        actions.decline_offer(an_offer(cast), " ", by=cast.as_("chen"))


def test_ninety_days_after_a_no_nobody_can_be_reached(cast):
    offer = an_offer(cast, name="Pat Quill", email="pat@owl.example.org")
    actions.decline_offer(offer, "Thank you.", by=cast.as_("chen"))

    with time_machine.travel("2027-01-13T15:00Z"):
        actions.forget_offers()

    offer.refresh_from_db()
    assert (offer.name, offer.email, offer.person, offer.is_forgotten) == ("", "", None, True)
    assert not Person.objects.filter(name="Pat Quill").exists()


def test_who_is_known_for_another_reason_stays(cast):
    offer = an_offer(cast, email=cast.rosa.email)
    actions.decline_offer(offer, "Thank you.", by=cast.as_("chen"))

    with time_machine.travel("2027-01-13T15:00Z"):
        actions.forget_offers()

    assert (Offer.objects.get().decided_on, Person.objects.filter(pk=cast.rosa.pk).count()) == (
        date(2026, 10, 13), 1,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["ana", "maya", "priya"])
def test_nobody_else_decides(cast, name):
    with pytest.raises(PermissionDenied):
        actions.accept_offer(an_offer(cast), organisation="X", title="Y", by=cast.as_(name))


def test_a_talk_of_a_known_name_makes_no_double(cast):
    offer = an_offer(cast, kind="talk")

    site = actions.accept_offer(offer, organisation="harbor animal shelter", by=cast.as_("chen"))

    assert site == cast.shelter.site


def test_a_suspended_mentor_does_not_come_back_by_the_form(cast):
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at=cast.school.now())
    offer = an_offer(cast, kind="talk", email=cast.sam.email)

    with pytest.raises(Refused, match="no students"):
        actions.accept_offer(offer, organisation="New", as_mentor=True, by=cast.as_("chen"))


def test_whose_address_it_is_stands_beside_the_offer(cast, client_of):
    offer = an_offer(cast, email=cast.rosa.email)

    page = client_of("chen").get(f"/harbor-view/outreach/offers/{offer.public_id}/").text

    assert "Rosa Diaz’s" in page


def test_who_is_named_elsewhere_is_not_deleted(cast):
    offer = an_offer(cast, name="Pat Quill", email="pat@owl.example.org")
    actions.decline_offer(offer, "Thank you.", by=cast.as_("chen"))
    pat = Person.objects.get(name="Pat Quill")
    actions.log_contact(cast.shelter.site, how="call", mentor=pat, by=cast.as_("chen"))

    with time_machine.travel("2027-01-13T15:00Z"):
        actions.forget_offers()

    assert (Offer.objects.get().email, Person.objects.filter(pk=pat.pk).count()) == ("", 1)


def test_whoever_stood_here_twice_is_known_as_who_they_are_now(cast):
    twin = Person.objects.create(
        school=cast.school, given_name="Samuel", email="s@ito.example.org", merged_into=cast.sam
    )
    offer = an_offer(cast, kind="talk", email=twin.email)

    site = actions.accept_offer(offer, organisation="New", as_mentor=True, by=cast.as_("chen"))

    assert SiteMentor.objects.get(site=site).person == cast.sam


def test_words_in_place_of_a_phone_number_are_like_no_site(cast):
    Site.objects.update(phone="")
    assert similar_sites(cast.as_("chen"), an_offer(cast, phone="by e-mail please")) == []

    Site.objects.filter(pk=cast.shelter.site.pk).update(phone="(401) 555-0188")
    offer = an_offer(cast, phone="+1 401 555 0188", sent_key="k2")
    assert similar_sites(cast.as_("chen"), offer) == [cast.shelter.site]
