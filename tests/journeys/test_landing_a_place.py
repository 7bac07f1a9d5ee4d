"""J2: Jordan finds a place, is let go after it, lands it and has a first day."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.attendance.models import Day
from kindling.placements.actions import approve_pursuit, request_pursuit
from kindling.placements.models import Placement, Pursuit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

JORDAN = "jordan@harbor-view.example.org"


def test_jordan_lands_a_place_and_has_a_first_day(
    cast, screen, desk, open_page, sign_in, mail_server, worker
):
    """Steps 1 to 4 and 9 to 12."""
    chen, ana = sign_in(desk, cast.chen), sign_in(open_page(), cast.ana)
    look_for_animals(sign_in(screen, cast.jordan))
    ask(screen)
    pursuit = Pursuit.objects.get(student=cast.jordan)
    address = f"/harbor-view/pursuits/{pursuit.public_id}/"
    expect(screen.get_by_text("555 0199")).to_have_count(0)  # not before the yes

    approve(chen)
    worker.drain()
    assert [len(mail_server.to(who)) for who in (JORDAN, cast.ana.email)] == [1, 1]
    expect(screen.goto(address) and screen.get_by_text("555 0199")).to_be_visible()
    other = sign_in(open_page(), cast.luis)
    other.goto(f"/harbor-view/places/{cast.shelter.public_id}/")
    expect(other.get_by_role("link", name="Ask to pursue")).to_have_count(0)

    call_and_agree(screen)
    start(ana)
    placement = Placement.objects.get(student=cast.jordan)
    assert list(placement.planned_days.order_by("weekday").values_list("weekday", flat=True)) == [
        1,
        3,
    ]

    first_day(screen)
    ana.goto("/harbor-view/")
    expect(ana.get_by_text("Harbor Animal Shelter").first).to_be_visible()
    day = Day.objects.get(placement=placement)
    assert (day.state, day.goal) == ("checked_out", "Meet every dog")


def look_for_animals(screen):
    screen.goto("/harbor-view/places/")
    screen.get_by_role("searchbox").fill("animal")
    screen.get_by_role("searchbox").press("Enter")
    expect(screen.get_by_text("16 and older").first).to_be_visible()  # Jordan is 15
    screen.get_by_role("link", name="Shelter helper").click()
    screen.get_by_role("button", name="Keep in mind").click()
    expect(screen.get_by_role("button", name="Take off my list")).to_be_visible()


def ask(screen):
    screen.get_by_role("link", name="Ask to pursue").click()
    screen.get_by_label("Why this place?").fill("I want to work with dogs.")
    screen.get_by_role("button", name="Ask for this place").click()
    screen.wait_for_url(re.compile(r"/pursuits/(?!request)"))


def approve(chen):
    chen.goto("/harbor-view/pursuits/")
    expect(chen.get_by_label("Go ahead until")).to_have_value("2026-11-03")  # 21 days
    chen.get_by_role("button", name="Approve the request").click()
    expect(chen.get_by_text("21 days left").first).to_be_visible()


def call_and_agree(screen):
    screen.get_by_role("button", name="No answer").click()
    expect(screen.get_by_role("complementary").get_by_text("No answer").first).to_be_visible()
    screen.get_by_label("A word about it").fill("Thursday at four.")
    screen.get_by_role("button", name=re.compile("visit", re.IGNORECASE)).click()
    expect(screen.get_by_text("Thursday at four.").first).to_be_visible()
    screen.locator("summary", has_text="Ask to start").click()
    screen.get_by_label("What did you agree on?").fill("Learn the rounds.")
    screen.get_by_role("button", name="Ask to start").click()
    expect(screen.get_by_text("Wants to start").first).to_be_visible()


def start(ana):
    ana.goto("/harbor-view/")
    ana.get_by_role("link", name="Set days and start").click()
    expect(ana.get_by_label("First day")).to_have_value("2026-10-13")
    expect(ana.get_by_label("Goals")).to_have_value("Learn the rounds.")
    ana.get_by_label("Mentor").select_option(label="Sam Ito")
    ana.get_by_role("button", name="Start the internship").click()
    ana.wait_for_url(re.compile("/placements/"))


def first_day(screen):
    screen.goto("/harbor-view/")
    screen.get_by_label(re.compile("What do you want to do")).fill("Meet every dog")
    screen.get_by_role("button", name="I’m here").click()
    expect(screen.get_by_text(re.compile("You’re checked in since"))).to_be_visible()
    screen.get_by_label(re.compile("A line about your day")).fill("Twelve dogs, one cat.")
    screen.get_by_role("button", name="I’m leaving").click()
    expect(screen.get_by_text("Well done today")).to_be_visible()


def test_a_permission_nobody_used_lapses_and_frees_the_place(
    cast, screen, sign_in, mail_server, worker, time_machine
):
    """Step 13."""
    pursuit = request_pursuit(cast.jordan, cast.shelter, "Dogs.", by=cast.as_("jordan"))
    approve_pursuit(pursuit, by=cast.as_("chen"))
    time_machine.move_to("2026-11-10T15:00:00Z")

    worker.strike()

    pursuit.refresh_from_db()
    assert pursuit.state == "lapsed"
    sign_in(screen, cast.luis).goto(f"/harbor-view/places/{cast.shelter.public_id}/")
    expect(screen.get_by_role("link", name="Ask to pursue")).to_be_visible()
