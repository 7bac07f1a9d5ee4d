"""A tablet in the hall: Ana opens it, Luis types his code, and nobody reads his name after him."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.attendance.models import Entry
from kindling.kiosk.actions import make_codes
from tests.journeys.conftest import start_internship
from tests.pages.look import assert_fine

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_day_at_the_tablet(cast, desk, sign_in, guard):
    guard.allow(r"status of 422|ERR_CACHE_MISS")
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    code = dict(make_codes([cast.luis], by=cast.as_("ana")))[cast.luis]
    sign_in(desk, cast.ana)
    desk.goto("/harbor-view/kiosk/")
    desk.get_by_role("button", name="Open the kiosk here").click()
    field, here = desk.get_by_label("Your code"), desk.get_by_role("button", name="I’m here")

    field.fill("12")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("This is not a code we know.")).to_be_visible()
    tablet = desk.url
    field.fill(code)
    desk.get_by_role("button", name="That’s me").click()
    expect(desk.get_by_role("heading", name="Hello, Luis")).to_be_visible()
    assert_fine(desk, 390)  # it takes its time, so the ten seconds are counted afterwards
    desk.goto(tablet)
    desk.clock.install()
    field.fill(code)
    desk.get_by_role("button", name="That’s me").click()
    expect(desk.get_by_role("heading", name="Hello, Luis")).to_be_visible()
    desk.evaluate("() => customElements.whenDefined('forget-me').then(() => true)")  # it counts now
    desk.clock.fast_forward(8_000)
    desk.get_by_role("heading").click()  # somebody is there
    desk.clock.fast_forward(6_000)
    expect(here).to_be_visible()
    desk.clock.fast_forward(5_000)
    expect(desk.get_by_role("heading", name="Hello. Type your code.")).to_be_visible()
    expect(desk.get_by_text("Luis")).to_have_count(0)

    field.fill(code)
    desk.get_by_role("button", name="That’s me").click()
    here.click()
    expect(desk.get_by_role("heading", name="Welcome, Luis.")).to_be_visible()
    desk.go_back()
    expect(desk.get_by_text("Luis")).to_have_count(0)

    assert [entry.method for entry in Entry.objects.all()] == ["kiosk"]
    desk.goto("/harbor-view/")
    expect(desk.get_by_role("heading", name="Sign in")).to_be_visible()
