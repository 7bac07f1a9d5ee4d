"""A Tuesday on which nobody hears from Luis: J5, step 6."""

from __future__ import annotations

import re
from datetime import time

import pytest
from playwright.sync_api import expect

from kindling.attendance.tests.placed import make_placement
from kindling.ladder.actions import climb_ladders
from kindling.ladder.models import Alarm, Ladder
from kindling.ladder.tests.clock import climb_at
from kindling.notices.models import Notice
from kindling.passes.tokens import token_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_ana_calls_notes_that_he_is_sick_and_rosa_clears_it(cast, phone, desk, sign_in):
    make_placement(cast.luis, cast.shelter, cast.sam, starts_at=time(8))
    climb_at("8:15", "8:30")

    sign_in(phone, cast.ana).goto("/harbor-view/")
    phone.get_by_role("button", name="I have it").click()
    expect(phone.get_by_text(re.compile("Ana Reyes has it since"))).to_be_visible()

    phone.get_by_role("link", name="Not coming").click()
    phone.get_by_role("radio", name="Sick").check()
    phone.get_by_role("button", name="Tell everybody").click()
    expect(phone.get_by_role("heading", name="Luis Diaz")).to_be_visible()

    held = cast.rosa.passes.get()
    desk.goto(f"/p/{token_of(held)}/")
    desk.locator('button[value="clear"]').click()
    desk.wait_for_url("**/p/**")
    expect(desk.locator('button[value="clear"]')).to_have_count(0)

    Ladder.objects.update(look_at="2026-01-01T00:00Z")
    climb_ladders()
    assert (Alarm.objects.get().closed_why, cast.luis.reports.get().state) == (
        "reported", "cleared",
    )  # fmt: skip
    assert Notice.objects.filter(kind="ladder/over_mentor", person=cast.sam).count() == 1
