"""Ana's week: a talk on the phone with two promises, and five journals with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.journals.models import JournalReply
from kindling.journals.tests.writing import wrote
from kindling.meetings.models import Commitment
from kindling.talks.actions import choose_talks, next_talk
from kindling.talks.models import Talk
from tests.pages.look import assert_fine

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/harbor-view/"


def test_ana_talks_with_luis_and_his_mother_reads_what_is_not_between_them(
    cast, screen, phone, sign_in, guard
):
    """J5 steps 1 and 4; the network dies under the notes and at the end of the talk."""
    # Note and talk go out at the same moment; the one connection in memory turns one away, and the
    # page tries again.
    guard.allow(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 50\d")
    choose_talks(family_reads=True, by=cast.as_("dana"))
    next_talk(cast.luis, by=cast.as_("luis"))
    sign_in(phone, cast.luis).goto(f"{HOME}talks/")
    phone.get_by_role("button", name="Say what you want to talk about").click()
    phone.get_by_label("What I want to talk about").fill("The bike does not brake.")
    expect(phone.get_by_text("Saved").first).to_be_visible()

    sign_in(screen, cast.ana).goto(f"{HOME}talks/")
    row = screen.get_by_role("listitem").filter(has_text="Luis Diaz")
    expect(row.get_by_text("The bike does not brake.")).to_be_visible()
    row.get_by_role("button", name="Talk now").click()
    screen.get_by_label("How is the plan going?").fill("The frame is welded.")
    expect(screen.get_by_text("Saved").first).to_be_visible()
    screen.context.set_offline(True)
    screen.get_by_label("How are you?").fill("Sleeps badly.")
    expect(screen.get_by_text("Not saved yet.").first).to_be_visible()
    words = screen.get_by_label("What will be done?")
    words.nth(0).fill("Buy brake pads.")
    words.nth(1).fill("Call the garage.")
    screen.get_by_role("radio", name="Ana").nth(1).check()
    screen.get_by_role("button", name="We have talked").click()
    expect(screen.get_by_text("No network.")).to_be_visible()
    assert Talk.objects.get().state == "due"
    screen.context.set_offline(False)
    expect(screen.get_by_role("heading", name="What will be done")).to_be_visible(timeout=15_000)
    expect(screen.get_by_label("How are you?")).to_have_value("Sleeps badly.")
    screen.get_by_role("button", name="Keep “How are you?” between us").click()
    expect(screen.get_by_text("Between us", exact=True)).to_be_visible()
    talk = Talk.objects.get()
    assert (talk.state, talk.feeling, talk.is_real) == ("follow_up", "Sleeps badly.", True)
    assert set(Commitment.objects.values_list("owner__given_name", flat=True)) == {"Luis", "Ana"}
    assert_fine(screen, screen.viewport_size["width"])

    sign_in(phone, cast.rosa).goto(f"{HOME}talks/")
    expect(phone.get_by_text("The frame is welded.")).to_be_visible()
    expect(phone.get_by_text("Sleeps badly.")).to_have_count(0)


def shows(screen, number: int) -> None:
    """The entry is there, the focus at its beginning, and the keys listen."""
    expect(screen.get_by_text(f"Entry number {number}.")).to_be_visible()
    expect(screen.get_by_role("heading", level=1)).to_be_focused()
    expect(screen.get_by_label("Single keys")).to_be_visible()


def test_five_journals_in_a_row_with_the_keyboard_alone(cast, screen, sign_in):
    """J5 step 5."""
    for number, name in enumerate(("maya", "jordan", "luis", "maya", "jordan"), 1):
        wrote(cast, name, f"Entry number {number}.")
    sign_in(screen, cast.ana).goto(f"{HOME}journals/room/")
    keys, switch = screen.keyboard, screen.get_by_label("Single keys")
    shows(screen, 1)
    assert_fine(screen, screen.viewport_size["width"])
    switch.uncheck()  # nobody has to live with single keys
    screen.get_by_role("heading", level=1).focus()
    keys.press("j")
    shows(screen, 1)
    switch.check()
    screen.get_by_role("heading", level=1).focus()
    keys.press("j")
    shows(screen, 2)
    keys.press("k")
    for number in range(1, 6):
        shows(screen, number)
        keys.press("r")
        keys.type(f"Answer {number}, just right.")
        keys.press("Control+Enter")
    expect(screen.get_by_text("You have read everything")).to_be_visible()
    said = JournalReply.objects.order_by("pk").values_list("text", flat=True)
    assert list(said) == [f"Answer {number}, just right." for number in range(1, 6)]
