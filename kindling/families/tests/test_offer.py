"""What families offer becomes a lead or is answered with a thank-you."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.families.actions import answer_offer, offer_help
from kindling.families.models import FamilyOffer
from kindling.families.queries.waits import waits
from kindling.families.rules import visible_offers
from kindling.families.tests.family import another_family, door_of
from kindling.kit.http import Refused
from kindling.outreach.actions import accept_offer
from kindling.outreach.models import Offer
from kindling.outreach.queries.offers import similar_sites
from kindling.schools.inside import inside
from kindling.schools.models import Person

GARAGE = {
    "tap": "t1", "kind": "place", "what": "My cousin repairs cars.",
    "organisation": "Diaz Garage", "phone": "555 0170",
}  # fmt: skip
TRIP = {"tap": "t2", "kind": "volunteer", "what": "I can come along on Fridays."}


def test_a_cousins_garage_becomes_a_lead_by_link_once(cast):
    phone, address = Client(), door_of(cast)
    phone.get(address)
    answers = [phone.post(address, GARAGE).status_code for _ in range(2)]
    lead = Offer.objects.get()
    site = accept_offer(
        lead, organisation="Diaz Garage", title="Mechanic", areas=["machines"], by=cast.as_("chen")
    )

    page = phone.get(address).content.decode()

    assert answers == [302, 302]
    assert (lead.organisation, lead.person, site.name) == ("Diaz Garage", cast.rosa, "Diaz Garage")
    assert FamilyOffer.objects.get().lead == lead
    assert "My cousin repairs cars." in page
    assert Person.objects.filter(name="Rosa Diaz").count() == 1


def test_a_place_the_school_knows_is_told_to_the_coordinator(cast):
    facts = GARAGE | {"organisation": "Bayside animal clinic"}
    offer = offer_help(by=cast.as_("rosa"), **facts)

    assert [one.name for one in similar_sites(cast.as_("chen"), offer.lead)] == [
        "Bayside Animal Clinic"
    ]


def test_what_is_wrong_is_said_and_nothing_is_kept(cast):
    phone, address = Client(), door_of(cast)
    phone.get(address)
    answer = phone.post(address, GARAGE | {"what": ""})

    assert (answer.status_code, FamilyOffer.objects.count()) == (422, 0)
    assert "My cousin" not in answer.content.decode()
    assert "Diaz Garage" in answer.content.decode()


def test_a_hand_at_school_waits_for_an_answer_and_is_thanked(
    cast, django_capture_on_commit_callbacks
):
    offer = offer_help(by=cast.as_("rosa"), **TRIP)
    with inside(cast.school):
        waiting = [one.key for one in waits(cast.as_("chen"))]
    with django_capture_on_commit_callbacks(execute=True):
        answer_offer(offer, yes=True, words="Come on the 20th, please.", by=cast.as_("ana"))

    (letter,) = [one for one in mail.outbox if one.to == ["rosa@harbor-view.example.org"]]
    assert waiting == [f"family_offer.answer:{offer.public_id}"]
    assert ("Come on the 20th, please." in letter.body, "/p/" in letter.body) == (True, True)
    assert (offer.state, waits(cast.as_("chen"))) == ("accepted", [])


def test_a_no_needs_a_kind_word_and_comes_once(cast):
    offer = offer_help(by=cast.as_("rosa"), **TRIP)
    with pytest.raises(Refused, match="kind word"):
        answer_offer(offer, yes=False, words=" ", by=cast.as_("dana"))
    answer_offer(offer, yes=False, words="Next spring, gladly.", by=cast.as_("dana"))
    with pytest.raises(Refused):
        answer_offer(offer, yes=True, words="Oh, do come.", by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["maya", "sam", "otto", "liam", "tasha", "priya", "rosa"])
def test_who_does_not_answer(cast, name):
    offer = offer_help(by=cast.as_("rosa"), **TRIP)

    with pytest.raises(PermissionDenied):
        answer_offer(offer, yes=True, words="Thanks", by=cast.as_(name))


@pytest.mark.parametrize("name", ["maya", "sam", "otto", "ana", "dana"])
def test_only_families_offer(cast, name):
    with pytest.raises(PermissionDenied):
        offer_help(by=cast.as_(name), **TRIP)


def test_another_family_reads_nothing_of_it(cast, client_of):
    offer = offer_help(by=cast.as_("rosa"), **TRIP)
    father = another_family(cast)
    there = Client().get(door_of(cast, father)).content.decode()
    seen = {name: visible_offers(cast.as_(name)).count() for name in (
        "rosa", "ana", "chen", "dana", "priya", "maya", "luis", "sam", "liam", "otto"
    )}  # fmt: skip

    assert "Fridays" not in there
    assert seen == {
        "rosa": 1, "ana": 1, "chen": 1, "dana": 1, "priya": 1, "maya": 0, "luis": 0, "sam": 0,
        "liam": 0, "otto": 0,
    }  # fmt: skip
    assert (
        client_of("maya").get(f"/harbor-view/families/offers/{offer.public_id}/").status_code == 404
    )


def test_the_pages_of_an_offer(cast, client_of):
    client_of("rosa").post("/harbor-view/families/give/", TRIP)
    offer = FamilyOffer.objects.get()
    page = f"/harbor-view/families/offers/{offer.public_id}/"
    own = client_of("rosa").get("/harbor-view/families/give/").content.decode()
    listed = client_of("ana").get("/harbor-view/families/offers/?kind=volunteer").content.decode()
    answered = client_of("ana").post(page, {"yes": "yes", "words": "Thank you, Rosa."})
    back = client_of("rosa").post(f"{page}take-back/")

    assert ("Fridays" in own, "Rosa Diaz" in listed) == (True, True)
    assert (answered.status_code, back.status_code) == (302, 302)
    assert FamilyOffer.objects.get().state == "taken_back"


def test_who_goes_back_and_changes_the_words_offers_them_too_and_once(cast):
    changed = TRIP | {"what": "Mondays I can drive as well."}
    for facts in (TRIP, TRIP, changed, changed):
        offer_help(by=cast.as_("rosa"), **facts)

    kept = FamilyOffer.objects.order_by("pk").values_list("what", flat=True)
    assert list(kept) == [TRIP["what"], changed["what"]]
