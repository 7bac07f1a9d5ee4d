"""A new installation: the first administrator opens the school without a shell."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.office.code import set_up_code
from kindling.schools.models import Installation, School, Term

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_school_is_set_up_in_the_browser(screen):
    Installation.objects.create(is_demo=False)
    screen.goto("/")
    screen.wait_for_url(re.compile("/set-up/"))
    found_it(screen)
    open_it(screen)

    school = School.objects.get(slug="lakeside")
    assert (school.internship_days, Term.objects.count()) == ("1,3", 3)
    assert school.set_up_at is not None
    expect(screen.get_by_role("heading", level=1)).to_be_visible()


def found_it(screen):
    screen.get_by_label("Set-up code").fill("AAAA-AAAA")
    screen.get_by_label("Name of the school").fill("Lakeside")
    screen.get_by_label("Short address").fill("lakeside")
    screen.get_by_label("Your first name").fill("Rae")
    screen.get_by_label("Your e-mail address").fill("rae@lakeside.example.org")
    screen.get_by_label("Choose a password").fill("three words in a row")
    screen.get_by_role("button", name="Make the school").click()
    expect(screen.get_by_text("This is not the code.", exact=False).first).to_be_visible()
    screen.get_by_label("Set-up code").fill(set_up_code())
    screen.get_by_label("Choose a password").fill("three words in a row")
    screen.get_by_role("button", name="Make the school").click()
    screen.wait_for_url(re.compile("/lakeside/set-up/$"))


def open_it(screen):
    for day in ("Tuesday", "Thursday"):
        screen.get_by_label(day).check()
    for day in ("Monday", "Wednesday", "Friday"):
        screen.get_by_label(day).uncheck()
    screen.get_by_role("button", name="Open the school").click()
    screen.wait_for_url(re.compile("/lakeside/$"))
