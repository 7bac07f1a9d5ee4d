"""Checking in on a bad day: no JavaScript, or a thumb that taps twice."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.attendance.models import Day, Entry
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_luis_checks_in_and_out_without_javascript(cast, open_page, sign_in):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    plain = sign_in(open_page(**PHONE, java_script_enabled=False), cast.luis)
    plain.goto("/harbor-view/")

    plain.get_by_role("button", name="I’m here").click()
    expect(plain.get_by_text(re.compile("You’re checked in since"))).to_be_visible()
    plain.get_by_role("button", name="I’m leaving").click()

    expect(plain.get_by_text("Well done today")).to_be_visible()
    assert Day.objects.get().state == "checked_out"


def test_a_double_tap_checks_in_once(cast, phone, sign_in):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    sign_in(phone, cast.luis).goto("/harbor-view/")

    phone.get_by_role("button", name="I’m here").dblclick()

    expect(phone.get_by_text(re.compile("You’re checked in since"))).to_be_visible()
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)


def test_ana_sees_luis_arrive(cast, phone, desk, sign_in):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    sign_in(phone, cast.luis).goto("/harbor-view/")
    phone.get_by_role("button", name="I’m here").click()
    expect(phone.get_by_role("button", name="I’m leaving")).to_be_visible()

    sign_in(desk, cast.ana).goto("/harbor-view/")
    desk.get_by_role("link", name="Luis Diaz").first.click()

    expect(desk.get_by_role("dialog")).to_contain_text("Harbor Animal Shelter")
    expect(desk).to_have_url(re.compile("/harbor-view/$"))
