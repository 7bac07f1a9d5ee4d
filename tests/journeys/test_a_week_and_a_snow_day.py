"""Dana sets up how a week runs; then it snows, and then it does not."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.notices.models import Notice
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_week_from_a_sample_and_a_snow_day(cast, desk, phone, sign_in):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    sign_in(desk, cast.dana).goto("/harbor-view/calendar/weeks/")

    desk.get_by_role("link", name="Workshops and own learning, out on Tuesday and Thursday").click()
    desk.get_by_label("Name").fill("Harbor View week")
    desk.get_by_label("First day").fill("2026-09-01")
    desk.get_by_role("button", name="Add the week").click()
    expect(desk.get_by_role("table")).to_contain_text("Self-directed learning")

    desk.get_by_role("link", name="Plan Friday").first.click()
    desk.get_by_label("Row 1: to").fill("11:00")
    desk.get_by_role("button", name="Save the day").click()
    overlap = "Pick-me-up begins before Class in row 1 ends. Begin at 11:00\xa0AM."
    expect(desk.get_by_role("alert")).to_contain_text(overlap)
    desk.get_by_label("Row 1: to").fill("10:00")
    desk.get_by_role("button", name="Save the day").click()
    expect(desk.get_by_role("table")).to_contain_text("8:40\xa0AM to 10:00\xa0AM")

    desk.goto("/harbor-view/days/snow/")
    desk.get_by_role("button", name="No school on Tuesday").dblclick()
    expect(desk.get_by_role("button", name="Take it back, there is school")).to_be_visible()
    assert Notice.objects.filter(kind="attendance/snow_day", person=cast.rosa).count() == 1

    sign_in(phone, cast.luis).goto("/harbor-view/")
    expect(phone.get_by_text("Snow day. Next is Thursday 15 October")).to_be_visible()
    phone.get_by_role("link", name="See today’s plan").click()
    expect(phone.get_by_text("No school: Snow day.")).to_be_visible()

    desk.get_by_role("button", name="Take it back, there is school").click()
    expect(desk.get_by_text("Taken back: Tuesday 13 October")).to_be_visible()
    phone.goto("/harbor-view/")
    expect(phone.get_by_role("button", name="I’m here")).to_be_visible()
