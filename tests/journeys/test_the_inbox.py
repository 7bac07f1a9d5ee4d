"""Ana works through what waits for her without a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.courses.actions import ask_place
from kindling.courses.tests.teaching import make_course

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_by_keyboard_alone_and_back_to_the_same_place(cast, desk, sign_in):
    for title in ("Soldering", "Telling stories"):
        ask_place(make_course(cast, title=title, teacher=cast.ana), by=cast.as_("jordan"))
    sign_in(desk, cast.ana).goto("/harbor-view/inbox/?kind=courses")
    second = desk.get_by_role("link", name="Jordan asks for a place in Telling stories.")

    for key in ("j", "j", "k", "j"):
        desk.keyboard.press(key)
    expect(second).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Telling stories", level=1)).to_be_visible()
    desk.go_back()
    expect(second).to_be_focused()

    desk.get_by_role("button", name="Keys j and k: on").press("Enter")
    second.focus()
    desk.keyboard.press("k")
    expect(second).to_be_focused()
    summary = desk.locator("li").filter(has=second).locator("summary")
    summary.press("Enter")
    desk.get_by_role("button", name="Tomorrow").press("Enter")
    expect(desk.get_by_text("Put aside.")).to_be_visible()
    expect(second).to_have_count(0)
    expect(desk.get_by_role("link", name="1 put aside")).to_be_visible()
