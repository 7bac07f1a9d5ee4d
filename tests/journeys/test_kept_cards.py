"""Ana keeps today's emergency cards, and reads one in a cellar without a network."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.accounts.models import Session
from tests.conftest import until
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CARDS = "/harbor-view/board/cards/"
NAMES = "async () => (await caches.keys()).includes('cards-v1')"


@pytest.fixture
def kept(cast, phone, sign_in):
    """Ana's phone with the shelter's card on it."""
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    sign_in(phone, cast.ana).goto(CARDS)
    phone.get_by_role("button", name="Keep on this phone").click()
    expect(phone.get_by_text("Kept. These cards open without a network")).to_be_visible()
    phone.goto(CARDS)  # by the worker from here on
    expect(phone.get_by_text("Kept. These cards open without a network")).to_be_visible()
    return phone


def test_a_card_opens_without_a_network(kept):
    kept.context.set_offline(True)

    kept.get_by_role("link", name="Harbor Animal Shelter").click()

    expect(kept.get_by_role("heading", name="Harbor Animal Shelter")).to_be_visible()
    expect(kept.get_by_text("Rosa Diaz")).to_be_visible()


def test_signing_out_takes_them_away(kept):
    kept.goto("/harbor-view/")
    assert kept.evaluate(NAMES) is True

    kept.evaluate("document.querySelector('form[action=\"/sign-out/\"]').requestSubmit()")
    kept.wait_for_url("**/sign-in/**")

    assert kept.evaluate(NAMES) is False


def test_a_session_ended_from_afar_takes_them_away(kept):
    Session.objects.all().delete()

    kept.goto(CARDS)

    expect(kept).to_have_url(re.compile("/sign-in/"))
    assert kept.evaluate(NAMES) is False


def test_the_day_after_they_are_gone(kept):
    """The kept pages name their last moment; we put it into the past."""
    kept.evaluate("""async () => {
      const shelf = await caches.open("cards-v1");
      for (const request of await shelf.keys()) {
        const page = await shelf.match(request);
        const headers = new Headers(page.headers);
        headers.set("X-Kept-Until", String(Date.now() - 1));
        await shelf.put(request, new Response(await page.text(), { headers }));
      }
    }""")

    assert kept.evaluate(NAMES) is True

    kept.goto("/harbor-view/")

    until(kept, f"({NAMES})().then((there) => !there)")
