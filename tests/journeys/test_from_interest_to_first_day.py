"""J2 whole: from "I like dogs" through queue, yeses, tries, a shadow day and paperwork to day one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.attendance.models import Day
from kindling.clearance.tests.handed import ask_for
from kindling.exploring.models import ShadowDay
from kindling.exploring.tests.factories import jordans_family
from kindling.placements.actions import change_policy, withdraw_pursuit
from kindling.placements.models import Placement, Pursuit
from kindling.placements.tests.factories import make_pursuit
from kindling.schools.models import School
from tests.cast import make_place
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAM, RAY = "sam@harbor-view.example.org", "ray@harbor-view.example.org"
HOME = "/harbor-view/"


@pytest.fixture
def luis_pursuit(cast, settings, tmp_path):
    """Luis has the only seat; one place at a time, advisor and family say yes, a check is asked."""
    settings.MEDIA_ROOT = tmp_path
    jordans_family(cast)
    make_place(cast.school, "Corner Bakery", "Baker’s helper", area="food")
    ask_for(cast, "check")
    pursuit = make_pursuit(cast, cast.luis, cast.shelter)
    School.objects.update(pursuit_limit=1)
    change_policy(by=cast.as_("chen"), pursue_chain=["advisor", "guardian"])
    return pursuit


def test_jordan_goes_all_the_way(
    cast, luis_pursuit, screen, desk, open_page, sign_in, mail_server, worker, time_machine
):
    jordan, chen = sign_in(screen, cast.jordan), sign_in(desk, cast.chen)
    ana = sign_in(open_page(), cast.ana)
    write_an_interest(jordan)
    wait_in_the_queue(jordan)
    withdraw_pursuit(luis_pursuit, why="travel", by=cast.as_("luis"))
    worker.drain()
    pursuit = Pursuit.objects.get(student=cast.jordan)
    page = f"{HOME}pursuits/{pursuit.public_id}/"
    take_the_seat(jordan)
    ask_for_another(jordan)

    say_yes_as_advisor(ana)
    worker.drain()
    say_yes_as_family(open_page(**PHONE), mail_server.link(RAY))
    jordan.goto(page)
    expect(jordan.get_by_text("555 0199")).to_be_visible()  # from here on: whom to call
    try_and_try(jordan)

    plan_a_day(jordan)
    worker.drain()
    allow_and_host(open_page, mail_server)
    time_machine.move_to("2026-10-13T18:30:00Z")
    worker.strike()
    both_go_on(jordan, open_page(**PHONE), mail_server)

    agree_on_a_start(jordan, page)
    hear_what_is_missing(ana)
    put_the_check_on_file(chen)
    start(ana)
    time_machine.move_to("2026-10-15T13:05:00Z")
    have_a_first_day(jordan)

    placement = Placement.objects.get(student=cast.jordan)
    days = placement.planned_days.order_by("weekday").values_list("weekday", flat=True)
    assert list(days) == [1, 3]
    assert Day.objects.get(placement=placement).state == "checked_out"
    assert ShadowDay.objects.get().outcome == "continue"


def write_an_interest(jordan):
    jordan.goto(f"{HOME}interests/")
    jordan.get_by_role("link", name="Write one down").first.click()
    jordan.get_by_label("What are you curious about").fill("Dogs, and how they learn")
    jordan.get_by_role("button", name="Save the interest").click()
    jordan.goto(f"{HOME}interests/")
    jordan.get_by_role("link", name="Dogs, and how they learn").click()
    jordan.get_by_role("button", name="Share it").click()
    expect(jordan.get_by_text("Your earlier words stay with you", exact=False)).to_be_visible()


def wait_in_the_queue(jordan):
    jordan.goto(f"{HOME}places/")
    jordan.get_by_role("searchbox").fill("animal")
    jordan.get_by_role("searchbox").press("Enter")
    jordan.wait_for_url(re.compile("q=animal"))
    expect(jordan.get_by_role("link", name="Baker’s helper")).to_have_count(0)
    jordan.get_by_role("link", name="Shelter helper").click()
    jordan.get_by_role("button", name="Keep in mind").click()
    expect(jordan.get_by_role("button", name="Take off my list")).to_be_visible()
    jordan.get_by_role("link", name="Wait for a seat").click()
    jordan.get_by_label("Why this place?").fill("I want to learn how dogs learn.")
    jordan.get_by_role("button", name="Join the queue").click()
    expect(jordan.get_by_text("Number 1 of 1 in the queue.")).to_be_visible()


def take_the_seat(jordan):
    jordan.goto(HOME)
    jordan.get_by_role("link", name=re.compile("Shelter helper")).click()
    jordan.get_by_role("button", name="Yes, I want the seat").click()
    expect(jordan.get_by_text("The advisor is asked for a yes now.").first).to_be_visible()
    expect(jordan.get_by_text("555 0199")).to_have_count(0)


def ask_for_another(jordan):
    """One place at a time: the page says so, and what helps."""
    jordan.goto(f"{HOME}places/")
    jordan.get_by_role("link", name="Baker’s helper").click()
    jordan.get_by_role("link", name="Ask to pursue").click()
    expect(jordan.get_by_text("You go after 1 place already.", exact=False)).to_be_visible()


def say_yes_as_advisor(ana):
    ana.goto(HOME)
    expect(ana.get_by_text("Jordan asks to go after Harbor Animal Shelter.")).to_be_visible()
    ana.get_by_role("link", name="Say yes or not now").click()
    ana.get_by_role("button", name="Approve the request").click()
    expect(ana.get_by_text("The family is asked for a yes now.").first).to_be_visible()
    ana.goto(HOME)
    expect(ana.get_by_text("Say yes or not now")).to_have_count(0)


def say_yes_as_family(ray, link):
    ray.goto(link)
    expect(ray.get_by_text("I want to learn how dogs learn.")).to_be_visible()
    ray.get_by_role("button", name="Yes, that’s fine").click()
    expect(ray.get_by_text("You said yes on", exact=False)).to_be_visible()


def try_and_try(jordan):
    jordan.get_by_role("button", name="No answer").click()
    story = jordan.get_by_role("complementary")
    expect(story.get_by_text("No answer").first).to_be_visible()
    jordan.get_by_label("A word about it").fill("Tuesday is fine.")
    jordan.get_by_role("button", name="Visit booked").click()
    expect(story.get_by_text("Tuesday is fine.").first).to_be_visible()


def plan_a_day(jordan):
    jordan.get_by_role("link", name="Plan a shadow day").first.click()
    jordan.get_by_label("Which day?").fill("2026-10-13")
    jordan.get_by_label("What would you like to see?").fill("The morning round")
    jordan.get_by_role("button", name="Plan the day").click()
    expect(jordan.get_by_text("It takes a yes from both.", exact=False)).to_be_visible()


def allow_and_host(open_page, mail_server):
    ray, sam = open_page(**PHONE), open_page(**PHONE)
    ray.goto(mail_server.link(RAY))
    ray.get_by_label("Your name").fill("Ray Blake")
    ray.get_by_role("button", name="Yes, I allow it").click()
    expect(ray.get_by_text("You allowed it. Thank you.")).to_be_visible()
    sam.goto(mail_server.link(SAM))
    sam.get_by_role("button", name=re.compile("Yes, Jordan can come")).click()
    expect(sam.get_by_text("You said yes. Thank you.")).to_be_visible()


def both_go_on(jordan, sam, mail_server):
    """Each alone; what came of it stands there for both afterwards."""
    jordan.reload()
    jordan.get_by_label("What did you find out?").fill("Dogs are loud.")
    jordan.get_by_role("button", name="It took place").click()
    jordan.get_by_label("I would like to go on").check()
    jordan.get_by_role("button", name="Keep my answer").click()
    expect(jordan.get_by_text("Both want to go on.")).to_have_count(0)
    sam.goto(mail_server.link(SAM))
    sam.get_by_label("I would like to go on").check()
    sam.get_by_role("button", name="Keep my answer").click()
    jordan.reload()
    expect(jordan.get_by_text("Both want to go on.").first).to_be_visible()


def agree_on_a_start(jordan, page):
    jordan.get_by_role("link", name="Ask to start").click()
    jordan.wait_for_url(re.compile(page))
    expect(jordan.get_by_text("Mentor’s background check").first).to_be_visible()
    jordan.locator("summary", has_text="Ask to start").click()
    jordan.get_by_label("What did you agree on?").fill("Learn the rounds.")
    jordan.get_by_role("button", name="Ask to start").click()
    expect(jordan.get_by_text("Wants to start").first).to_be_visible()


def hear_what_is_missing(ana):
    ana.goto(HOME)
    ana.get_by_role("link", name="Set days and start").click()
    plan_the_days(ana)
    missing = "Not ready yet. Mentor’s background check: missing. Chen Wu has it now."
    expect(ana.get_by_text(missing).first).to_be_visible()
    assert Placement.objects.count() == 0


def plan_the_days(ana):
    expect(ana.get_by_label("Goals")).to_have_value("Learn the rounds.")
    ana.get_by_label("Mentor").select_option(label="Sam Ito")
    ana.get_by_label("First day").fill("2026-10-15")
    ana.get_by_role("button", name="Start the internship").click()


def put_the_check_on_file(chen):
    chen.goto(f"{HOME}clearance/")
    chen.get_by_role("link", name="Jordan Blake").click()
    row = chen.get_by_role("listitem").filter(has_text="Mentor’s background check")
    row.get_by_role("link", name="Hand in").click()
    chen.get_by_role("radio", name="Clear", exact=True).check()
    chen.get_by_label("Which check, and by whom").fill("State police")
    chen.get_by_label("Good until").fill("2027-10-01")
    chen.get_by_role("button", name="It is good: put it on file").click()
    expect(chen.get_by_text("Ready. Nothing stands in the way.")).to_be_visible()


def start(ana):
    ana.goto(HOME)
    ana.get_by_role("link", name="Set days and start").click()
    plan_the_days(ana)
    ana.wait_for_url(re.compile("/placements/"))


def have_a_first_day(jordan):
    jordan.goto(HOME)
    jordan.get_by_label(re.compile("What do you want to do")).fill("Meet every dog")
    jordan.get_by_role("button", name="I’m here").click()
    expect(jordan.get_by_text(re.compile("You’re checked in since"))).to_be_visible()
    jordan.get_by_label(re.compile("A line about your day")).fill("Twelve dogs, one cat.")
    jordan.get_by_role("button", name="I’m leaving").click()
    expect(jordan.get_by_text("Well done today")).to_be_visible()
