"""Jordan is not well at the clinic and says so at night; Ana reads it, and nobody else."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_worry_is_told_read_and_answered_without_javascript(cast, open_page, desk, sign_in):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    plain = sign_in(open_page(**PHONE, java_script_enabled=False), cast.luis)
    plain.goto("/harbor-view/")
    plain.get_by_role("link", name="Is something wrong? Tell an adult you choose").click()
    plain.get_by_role("radio", name=re.compile("Ana Reyes")).check()
    plain.get_by_label("What is wrong?").fill("He shouts when nobody is there.")
    plain.get_by_label("I do not want to go there until we have talked").check()
    plain.get_by_role("button", name="Send it").click()
    expect(plain.get_by_text("Nobody has opened it yet.")).to_be_visible()
    expect(plain.get_by_text("You are not expected at Harbor Animal Shelter")).to_be_visible()

    sign_in(desk, cast.ana).goto("/harbor-view/incidents/")
    desk.get_by_role("link", name="Luis Diaz").click()
    expect(desk.get_by_text("He shouts when nobody is there.")).to_be_visible()
    desk.get_by_label("Your words").first.fill("Come to my room at two.")
    desk.get_by_role("button", name="Write it down").first.click()
    expect(desk.get_by_text("Written down.")).to_be_visible()
    desk.get_by_role("button", name="Let it go on").click()
    expect(desk.get_by_role("button", name="Pause the internship")).to_be_visible()

    plain.reload()
    expect(plain.get_by_text("Come to my room at two.")).to_be_visible()
    expect(plain.get_by_text("Ana Reyes opened it on")).to_be_visible()
