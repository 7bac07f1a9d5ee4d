"""A stranger offers something by the public form; the coordinator hears of it."""

from __future__ import annotations

import re

import pytest
import time_machine

from kindling.notices.models import Notice
from kindling.outreach import actions
from kindling.outreach.models import Offer, OfferForm
from kindling.outreach.rules import visible_offers
from kindling.outreach.sending import Page, read_page
from kindling.outreach.tests.offering import WORDS, an_offer


@pytest.fixture
def form(cast) -> OfferForm:
    return actions.open_form(by=cast.as_("chen"))


def address(form: OfferForm) -> str:
    return f"/offer/{form.key}/"


def page_in(answer) -> str:
    """What the form carries, so that it can be sent."""
    return re.search(r'name="page" value="([^"]+)"', answer.text)[1]


def sent(client, form, *, after: int = 20, **facts):
    """Open the page, read it for so many seconds, and send it."""
    page = page_in(client.get(address(form))) if "page" not in facts else facts["page"]
    with time_machine.travel(read_page(page).at + after):
        return client.post(address(form), {**WORDS, **facts, "page": page})


def test_it_is_closed_until_the_coordinator_opens_it(cast, client, client_of):
    kept = OfferForm.objects.create(school=cast.school)
    assert client.get(address(kept)).status_code == 410
    assert client.post(address(kept), WORDS).status_code == 410
    assert Offer.objects.count() == 0

    assert client_of("chen").post("/harbor-view/outreach/form/open/").status_code == 302

    client.logout()
    assert client.get(address(kept)).status_code == 200


def test_an_offer_arrives_and_the_coordinator_hears_of_it(cast, client, form):
    answer = sent(client, form)

    offer = Offer.objects.get()
    assert (answer.status_code, offer.organisation, offer.state) == (
        302,
        "Taller Lumbre",
        "waiting",
    )
    assert "Thank you" in client.get(answer.url).text
    assert Notice.objects.get().person == cast.chen


def test_in_spanish_without_an_account(cast, client, form):
    page = client.get(f"{address(form)}?in=es")

    assert 'lang="es"' in page.text
    with time_machine.travel(read_page(page_in(page)).at + 20):
        client.post(f"{address(form)}?in=es", WORDS | {"page": page_in(page)})
    assert Offer.objects.get().language == "es"


def test_a_double_tap_makes_one(cast, client, form):
    page = page_in(client.get(address(form)))

    first, second = sent(client, form, page=page), sent(client, form, page=page)

    assert (first.status_code, second.status_code, Offer.objects.count()) == (302, 302, 1)


def test_a_machine_that_fills_the_trap_is_thanked_and_kept_nowhere(cast, client, form):
    answer = sent(client, form, website="https://spam.example")

    assert (answer.status_code, Offer.objects.count(), Notice.objects.count()) == (302, 0, 0)


def test_too_fast_is_asked_again_with_nothing_lost(cast, client, form):
    answer = sent(client, form, after=1)

    assert (answer.status_code, Offer.objects.count()) == (422, 0)
    assert "Taller Lumbre" in answer.text
    assert sent(client, form, page=page_in(answer)).status_code == 302


@pytest.mark.parametrize("page", ["", "made-up", "too old"])
def test_a_page_that_is_not_ours_or_too_old_is_asked_again(cast, client, form, page):
    page = Page("k", 0).sign() if page == "too old" else page

    answer = client.post(address(form), WORDS | {"page": page})

    assert (answer.status_code, Offer.objects.count()) == (422, 0)


def test_one_way_to_answer_is_needed(cast, client, form):
    assert sent(client, form, email="").status_code == 422
    assert sent(client, form, email="", phone="555 0188").status_code == 302


def test_the_seventh_in_an_hour_waits(cast, client, form):
    codes = [sent(client, form).status_code for _number in range(7)]

    assert codes == [302] * 6 + [429]


def test_a_new_address_ends_the_old(cast, client, form):
    old = address(form)
    actions.renew_form(form, by=cast.as_("chen"))

    assert (client.get(old).status_code, client.get(address(form)).status_code) == (404, 200)


@pytest.mark.parametrize("name", ["ana", "priya", "maya", "rosa", "otto"])
def test_nobody_else_reads_how_to_reach_them(cast, name):
    an_offer(cast)

    assert list(visible_offers(cast.as_(name))) == []


def test_the_list_costs_the_same_for_one_and_three(cast, client_of, django_assert_num_queries):
    client = client_of("chen")
    an_offer(cast)
    with django_assert_num_queries(4):
        client.get("/harbor-view/outreach/offers/")
    an_offer(cast, sent_key="k2")
    an_offer(cast, sent_key="k3")
    with django_assert_num_queries(4):
        client.get("/harbor-view/outreach/offers/")


def test_without_a_coordinator_the_principal_hears_of_an_offer(cast):
    cast.chen.memberships.update(until_on="2026-10-01")

    an_offer(cast)

    assert Notice.objects.get().person == cast.dana
