"""J2, steps 4 to 8: Jordan asks, watches for a day, and both say alone whether to go on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.exploring.models import ShadowDay
from kindling.exploring.tests.factories import jordans_family
from kindling.placements.actions import approve_pursuit, request_pursuit
from kindling.roll.models import Mark
from kindling.sites.models import Seat
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAM, RAY = "sam@harbor-view.example.org", "ray@harbor-view.example.org"


@pytest.fixture
def pursuit(cast):
    jordans_family(cast)
    asked = request_pursuit(cast.jordan, cast.shelter, "Dogs.", by=cast.as_("jordan"))
    approve_pursuit(asked, by=cast.as_("chen"))
    return asked


def test_a_shadow_day_ends_with_not_now_and_counts_all_the_same(
    cast, screen, pursuit, desk, open_page, sign_in, mail_server, worker, time_machine
):
    jordan = sign_in(screen, cast.jordan)
    talk_first(jordan)
    plan_a_day(jordan, pursuit)
    worker.drain()
    sign_for_it(open_page(**PHONE), mail_server.link(RAY))
    take_along(open_page(**PHONE), mail_server.link(SAM))
    assert ShadowDay.objects.get().state == "agreed"

    time_machine.move_to("2026-10-13T18:30:00Z")  # the day is over
    worker.strike()
    tell_how_it_was(jordan)
    not_now(open_page(**PHONE), mail_server.link(SAM))

    jordan.reload()
    expect(jordan.get_by_text("Not now. The day counts", exact=False)).to_be_visible()
    expect(jordan.get_by_text("Three people are not enough")).to_have_count(0)
    pursuit.refresh_from_db()
    assert (pursuit.state, Seat.objects.get(opportunity=cast.shelter).is_taken) == (
        "declined", False,
    )  # fmt: skip
    ana = sign_in(desk, cast.ana)
    ana.goto(f"/harbor-view/exploring/shadow-days/{ShadowDay.objects.get().public_id}/")
    expect(ana.get_by_text("Three people are not enough")).to_be_visible()
    ana.get_by_role("button", name="Verify it").click()
    ana.goto(f"/harbor-view/requirements/students/{cast.jordan.public_id}/")
    expect(ana.get_by_text("Counts", exact=True)).to_have_count(1)
    assert list(Mark.objects.values_list("student_id", "code")) == [(cast.jordan.pk, "I")]


def talk_first(jordan):
    """Step 4: twenty minutes with somebody there, with questions."""
    jordan.goto("/harbor-view/exploring/")
    jordan.get_by_role("link", name="Plan an interview").click()
    jordan.get_by_label("Whom will you talk to?").fill("Sam Ito, keeps the dogs")
    jordan.get_by_label("Where?").fill("Harbor Animal Shelter")
    jordan.get_by_label("When?").fill("2026-10-12")
    jordan.get_by_label("Your own questions").fill("Which dog is the oldest?")
    jordan.get_by_role("button", name="Save the plan").click()
    jordan.get_by_label("Which dog is the oldest?").fill("Biscuit.")
    jordan.get_by_role("button", name="It took place").click()
    jordan.get_by_role("button", name="I sent a thank-you").click()
    expect(jordan.get_by_text("Thanked on", exact=False)).to_be_visible()


def plan_a_day(jordan, pursuit):
    jordan.goto(f"/harbor-view/pursuits/{pursuit.public_id}/")
    jordan.get_by_role("link", name="Plan a shadow day").click()
    jordan.get_by_label("Which day?").fill("2026-10-13")
    jordan.get_by_label("What would you like to see?").fill("The morning round")
    jordan.get_by_role("button", name="Plan the day").click()
    expect(jordan.get_by_text("It takes a yes from both.", exact=False)).to_be_visible()


def sign_for_it(page, link):
    page.goto(link)
    expect(page.get_by_text("The morning round")).to_be_visible()
    page.get_by_label("Your name").fill("Ray Blake")
    page.get_by_role("button", name="Yes, I allow it").click()
    expect(page.get_by_text("You allowed it. Thank you.")).to_be_visible()


def take_along(page, link):
    page.goto(link)
    expect(page.get_by_text("Blake")).to_have_count(0)  # a host knows the first name
    page.get_by_role("button", name=re.compile("Yes, Jordan can come")).click()
    expect(page.get_by_text("You said yes. Thank you.")).to_be_visible()


def tell_how_it_was(jordan):
    jordan.reload()
    expect(jordan.get_by_label("How many hours?")).to_have_value("5")
    jordan.get_by_label("What did you find out?").fill("Dogs are loud.")
    jordan.get_by_role("button", name="It took place").click()
    jordan.get_by_label("I would like to go on").check()
    jordan.get_by_role("button", name="Keep my answer").click()
    expect(jordan.get_by_text("Your answer is kept")).to_be_visible()


def not_now(page, link):
    page.goto(link)
    page.get_by_label("Not now").check()
    page.get_by_label("Anything you want to tell the school").fill("Three people are not enough")
    page.get_by_role("button", name="Keep my answer").click()
    expect(page.get_by_text("Not now. The day counts", exact=False)).to_be_visible()
