"""Luis and Ana write the same minutes, each in a browser of their own; the network goes; no word is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.meetings.models import Meeting
from kindling.meetings.tests.booked import at, book
from tests.conftest import until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = re.compile("Saved 9:0")


def minutes(page):
    return page.get_by_label("Minutes")


def test_two_browsers_write_the_same_minutes(cast, phone, desk, sign_in):
    meeting = book(cast, starts_at=at("2026-10-13 15:00"))
    address = f"/harbor-view/meetings/{meeting.public_id}/"
    sign_in(phone, cast.luis).goto(address)
    sign_in(desk, cast.ana).goto(address)

    minutes(phone).fill("Luis wants to build a radio.")
    expect(phone.get_by_text(SAVED)).to_be_visible()
    minutes(desk).fill("Ana knows somebody at the station.")
    expect(desk.get_by_role("heading", name="Two people wrote here at once")).to_be_visible()
    desk.get_by_role("button", name="Save this text").click()
    expect(desk.get_by_text(SAVED)).to_be_visible()

    both = "Luis wants to build a radio.\nAna knows somebody at the station."
    assert Meeting.objects.get().notes == both


def test_words_of_a_closed_page_arrive_when_it_is_opened_again(cast, phone, sign_in, guard):
    guard.allow("ERR_INTERNET_DISCONNECTED")
    meeting = book(cast, starts_at=at("2026-10-13 15:00"))
    address = f"/harbor-view/meetings/{meeting.public_id}/"
    sign_in(phone, cast.luis).goto(address)

    phone.context.set_offline(True)
    minutes(phone).fill("Nobody was there to hear it.")
    expect(phone.get_by_text("Not saved yet.")).to_be_visible()
    phone.goto("about:blank")
    phone.context.set_offline(False)
    phone.goto(address)

    expect(minutes(phone)).to_have_value("Nobody was there to hear it.")
    until(phone, "!Object.keys(localStorage).some(k => k.startsWith('kindling-words'))")
    assert Meeting.objects.get().notes == "Nobody was there to hear it."


def test_signing_out_asks_about_words_that_are_not_saved_and_then_drops_them(
    cast, phone, sign_in, guard
):
    guard.allow("ERR_FAILED")
    meeting = book(cast, starts_at=at("2026-10-13 15:00"))
    sign_in(phone, cast.luis).goto(f"/harbor-view/meetings/{meeting.public_id}/")
    phone.route("**/write/", lambda route: route.abort())
    minutes(phone).fill("Between us.")
    expect(phone.get_by_text("Not saved yet.")).to_be_visible()
    asked = []
    phone.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))

    phone.evaluate("document.querySelector('form[action=\"/sign-out/\"]').requestSubmit()")
    phone.wait_for_url("**/sign-in/")

    assert asked == ["Some words are not saved yet. Sign out and lose them?"]
    assert phone.evaluate("Object.keys(localStorage).filter(k => k.includes('words'))") == []
