"""Whom the school offers, and what it says."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.incidents.actions import change_plan, offer_adult, withdraw_adult
from kindling.incidents.models import TrustedAdult
from kindling.incidents.offers import offers_to
from kindling.kit.http import Refused
from tests.cast import make_person


def test_offered_again_the_words_change(cast):
    by = cast.as_("dana")
    offer_adult(cast.chen, words="Room 4", reply_hours=24, by=by)
    offer_adult(cast.chen, words="Room 5", reply_hours=8, by=by)

    assert [(a.words, a.reply_hours) for a in TrustedAdult.objects.all()] == [("Room 5", 8)]


@pytest.mark.parametrize("name", ["ana", "chen", "priya", "jordan", "rosa"])
def test_only_principal_and_administrator_say_whom(cast, name):
    with pytest.raises(PermissionDenied):
        offer_adult(cast.chen, words="", reply_hours=24, by=cast.as_(name))


def test_otto_is_not_offered_here_nor_does_he_offer(cast):
    with pytest.raises(PermissionDenied):
        offer_adult(cast.otto, words="", reply_hours=24, by=cast.as_("dana"))


@pytest.mark.parametrize("name", ["rosa", "sam"])
def test_only_who_works_here(cast, name):
    with pytest.raises(Refused):
        offer_adult(cast.person(name), words="", reply_hours=24, by=cast.as_("dana"))


def test_only_who_can_sign_in(cast):
    nurse = make_person(cast.school, "Nell Hart", "staff", user=False)
    with pytest.raises(Refused, match="Nell Hart"):
        offer_adult(nurse, words="Nurse", reply_hours=24, by=cast.as_("dana"))


def test_without_advisors_and_adults_the_principal_is_left(cast):
    by = cast.as_("dana")
    change_plan(emergency="Call 555 0100.", offers_advisor=False, advisor_hours=24, by=by)

    found = offers_to(cast.as_("jordan"), cast.jordan)
    assert [offer.person for offer in found] == [cast.dana]


def test_the_page(cast, client_of):
    client, path = client_of("dana"), "/harbor-view/incidents/adults/"
    client.post(path, {"person": cast.chen.public_id, "words": "Room 4", "reply_hours": "8"})
    plan = {"emergency": "Call 555 0100.", "offers_advisor": "on", "advisor_hours": "48"}
    client.post(f"{path}plan/", plan)
    page = client.get(path).content.decode()
    worry = client_of("jordan").get("/harbor-view/worry/").content.decode()

    assert "Room 4 · reads it within 8 hours" in page
    assert "Call 555 0100." in worry
    assert "reads it within 48 hours" in worry


def test_withdrawn_they_are_offered_no_more(cast, client_of):
    adult = offer_adult(cast.chen, words="", reply_hours=24, by=cast.as_("dana"))
    client_of("dana").post(f"/harbor-view/incidents/adults/{adult.public_id}/withdraw/")

    assert TrustedAdult.objects.count() == 0
    with pytest.raises(PermissionDenied):
        withdraw_adult(adult, by=cast.as_("chen"))


@pytest.mark.parametrize(
    ("name", "code"), [("dana", 200), ("chen", 403), ("priya", 403), ("ana", 403), ("jordan", 403)]
)
def test_who_opens_the_page(client_of, name, code):
    assert client_of(name).get("/harbor-view/incidents/adults/").status_code == code
