"""Luis scans the code on the wall while the clinic's cellar has no network."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from playwright.sync_api import expect

from kindling.attendance.models import Day
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.sites import codes
from kindling.sites.actions import renew_code
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship
from tests.journeys.test_without_a_network import HOME, READY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_code_scanned_without_a_network_still_proves_the_place(
    cast, open_page, sign_in, guard, live_server
):
    guard.allow(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|status of (401|50\d)")
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    wall = codes.wall_code(renew_code(cast.shelter.site, by=cast.as_("chen")).secret)
    phone = sign_in(open_page(**PHONE), cast.luis)
    phone.goto(HOME)
    expect(phone.get_by_role("link", name="Check in with the code at the place")).to_be_visible()
    phone.evaluate(READY)

    phone.context.set_offline(True)
    phone.goto(f"{HOME}days/here/?code={wall}")
    expect(phone.get_by_label("Code at the place")).to_have_value(wall)
    phone.get_by_role("button", name="I’m here").click()
    expect(phone.get_by_text(re.compile("You’re checked in since 9:"))).to_be_visible()
    phone.context.set_offline(False)

    expect(phone.get_by_text("Your advisor can see you’re there")).to_be_visible()
    day = Day.objects.get()
    assert (day.at_site, day.entries.get().method) == ("yes", "site_code")


def test_a_wrong_code_kept_on_the_phone_is_told_and_the_check_in_counts(
    cast, open_page, sign_in, guard, live_server
):
    guard.allow(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|status of (401|50\d)")
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    renew_code(cast.shelter.site, by=cast.as_("chen"))
    phone = sign_in(open_page(**PHONE), cast.luis)
    phone.goto(HOME)
    phone.evaluate(READY)
    phone.context.set_offline(True)
    phone.reload()
    phone.get_by_label("Code at the place").fill("000000")
    phone.get_by_role("button", name="I’m here").click()
    expect(phone.get_by_text(re.compile("You’re checked in since 9:"))).to_be_visible()

    phone.context.set_offline(False)

    expect(phone.get_by_text("The code was not right, so it counts without one.")).to_be_visible()
    assert Day.objects.get().at_site == "unknown"


def test_the_screen_at_the_place_shows_the_next_code_by_itself(cast, desk, live_server):
    placement = start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    secret = renew_code(cast.shelter.site, by=cast.as_("chen")).secret
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    now = cast.school.now()
    first, later = (codes.screen_code(secret, now + n * codes.WINDOW) for n in (0, 1))
    desk.clock.install()
    desk.goto(f"/p/{token_of(held)}/?screen={cast.shelter.site.public_id}")
    expect(desk.get_by_text(f"{first[:3]} {first[3:]}")).to_be_visible()

    with time_machine.travel(now + codes.WINDOW, tick=True):
        desk.clock.fast_forward(31_000)

        expect(desk.get_by_text(f"{later[:3]} {later[3:]}")).to_be_visible()
