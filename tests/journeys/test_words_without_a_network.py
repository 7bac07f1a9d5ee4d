"""What families and mentors write without a network: kept, sent once when it is back, said so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from kindling.attendance.tests.placed import make_placement
from kindling.conversations.models import Message
from kindling.conversations.tests.talking import ana_writes
from kindling.exhibitions.models import Exhibition
from kindling.families.models import AfterWord, FamilyOffer, MeetingWish
from kindling.families.tests.family import door_of
from kindling.mentoring.actions import send_page
from kindling.mentoring.tests import guiding
from kindling.panels.tests.seating import an_exhibition
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "Mi primo arregla motos."


@pytest.fixture(autouse=True)
def dead_network_is_expected(guard):
    guard.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_ABORTED")


def form_of(page, what: str):
    """The form with this field, unfolded."""
    form = page.locator(f"keep-words:has([name={what}])").first
    form.evaluate("one => one.closest('details')?.setAttribute('open', '')")
    return form


def sent_in_a_tunnel(page, form, what: str) -> None:
    """Typed, the network goes, sent twice, the page is closed; it opens again with a network."""
    here = page.url
    form.locator(f"[name={what}]").fill(WORDS)
    page.context.set_offline(True)
    form.locator("button[type=submit]").dblclick()
    expect(form.locator("[role=status]").last).to_contain_text(
        "red" if "/p/" in here else "network"
    )
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(here)
    expect(page.locator(".toast")).to_be_visible(timeout=20_000)
    page.reload()
    page.go_back()


def test_from_the_letter_an_offer_a_wish_a_word_and_an_answer(cast, phone):
    shown = an_exhibition(cast, cast.luis)
    Exhibition.objects.filter(pk=shown.pk).update(state="held", on=cast.school.today())
    door = door_of(cast)
    phone.goto(door)
    offer = form_of(phone, "what")
    offer.locator("[name=kind][value=skill]").check()
    sent_in_a_tunnel(phone, offer, "what")

    phone.goto(door)
    wish = form_of(phone, "about")
    wish.locator("[name=on]").fill((cast.school.today() + timedelta(days=7)).isoformat())
    wish.locator("[name=at]").fill("17:00")
    sent_in_a_tunnel(phone, wish, "about")

    for what in ("words", "say"):
        phone.goto(door)
        sent_in_a_tunnel(phone, form_of(phone, what), what)

    assert [one.what for one in FamilyOffer.objects.all()] == [WORDS]
    assert [one.about for one in MeetingWish.objects.all()] == [WORDS]
    assert [one.text for one in AfterWord.objects.all()] == [WORDS]
    assert [one.text for one in Message.objects.all()] == [WORDS]


def test_in_a_conversation_behind_its_link(cast, phone):
    ana_writes(cast)
    phone.goto(f"/p/{token_of(Pass.objects.get(purpose='write_message'))}/")
    sent_in_a_tunnel(phone, form_of(phone, "text"), "text")

    assert Message.objects.filter(text=WORDS).count() == 1


def test_a_mentors_first_words(cast, phone):
    cast.sam.language = "es"
    cast.sam.save()
    place = make_placement(cast.jordan, cast.clinic, cast.sam)
    send_page(cast.sam, by=cast.as_("chen"))
    phone.goto(f"{guiding.door_of(cast.sam)}?write={place.public_id}")
    sent_in_a_tunnel(phone, form_of(phone, "text"), "text")

    assert Message.objects.filter(text=WORDS).count() == 1


def test_a_word_whose_answer_got_lost_is_said_to_have_arrived(cast, phone):
    """The school has it; the browser does not know, and the next letter asks for nothing any more."""
    shown = an_exhibition(cast, cast.luis)
    Exhibition.objects.filter(pk=shown.pk).update(state="held", on=cast.school.today())
    door = door_of(cast)
    phone.goto(door)
    form_of(phone, "words").locator("[name=words]").fill(WORDS)

    def lose_the_answer(route):
        route.fetch(max_redirects=0)
        route.abort()

    phone.route(
        "**/p/**",
        lambda route: (
            lose_the_answer(route) if route.request.method == "POST" else route.continue_()
        ),
    )
    form_of(phone, "words").locator("button[type=submit]").click()
    expect(form_of(phone, "words").locator("[role=status]").last).to_contain_text("red")
    assert AfterWord.objects.count() == 1
    phone.unroute("**/p/**")
    phone.goto(door)

    expect(phone.locator(".toast")).to_be_visible(timeout=20_000)
    expect(phone.locator("[name=words]")).to_be_hidden()
    assert phone.evaluate("Object.keys(localStorage)") == []
    assert [one.text for one in AfterWord.objects.all()] == [WORDS]
