"""The board beside a check-in: it shows by itself, and costs a 304 while nothing happens."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.attendance.actions import check_in
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOON = 11_000  # milliseconds: the board promises ten seconds


def test_anas_board_shows_luis_by_itself(cast, desk, sign_in):
    placement = start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    asked = []
    desk.on("response", lambda r: asked.append(r.status) if "/board/now/" in r.url else None)
    sign_in(desk, cast.ana).goto("/harbor-view/board/")
    expect(desk.locator("#group-late")).to_contain_text("Luis Diaz")
    row = desk.get_by_role("link", name="Luis Diaz")
    row.focus()

    with desk.expect_response(lambda r: "/board/now/" in r.url, timeout=SOON):
        pass
    check_in(placement, by=cast.as_("luis"))

    expect(desk.locator("#group-there")).to_contain_text("Luis Diaz", timeout=SOON)
    expect(desk.locator("[data-live-old]")).to_be_hidden()
    assert asked in ([304, 200], [200, 304, 200], [200, 200])


def test_a_board_that_hears_nothing_says_so(cast, desk, sign_in, guard):
    guard.allow("ERR_INTERNET_DISCONNECTED|Failed to fetch|htmx:error")
    desk.clock.install()
    sign_in(desk, cast.ana).goto("/harbor-view/board/")

    desk.context.set_offline(True)
    desk.clock.run_for(45_000)

    expect(desk.locator("[data-live-old]")).to_be_visible()
