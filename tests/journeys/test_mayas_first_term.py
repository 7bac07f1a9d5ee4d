"""J1 whole: from the roster over a plan that three sign, and change, to the end of the term."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.history.models import Event
from kindling.plans.models import Plan, Version
from tests.conftest import PHONE
from tests.pages.look import IN_LIGHT, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOME = "/harbor-view/"
NURIA = "nuria@example.org"
SAVED = re.compile(r"Saved \d")
QUIET = "They sleep four in one room."


def test_mayas_first_term(
    cast, screen, desk, open_page, guard, sign_in, mail_server, worker, time_machine
):
    guard.allow(r"404 .*/home-visits/")  # the visit that Maya may not open
    maya, ana = sign_in(screen, cast.maya), sign_in(desk, cast.ana)
    greet_the_family(sign_in(open_page(), cast.priya), cast.maya)
    visit_the_home(ana, maya, cast.maya)
    write_interests(maya)
    expect_interests(ana, cast.tide)

    write_a_plan(maya)
    plan = Plan.objects.get(student=cast.maya)
    page = f"{HOME}plans/{plan.public_id}/"
    answer_apart(maya, ana, open_page(**PHONE), mail_server, worker)
    meet(maya, page)
    sign_all(maya, ana, open_page(**PHONE), page, mail_server, worker)
    assert Plan.objects.get().state == "active"
    signed = Version.objects.get(state="in_force")
    words, address = signed.content, signed.content_hash

    time_machine.move_to("2026-10-27T13:00:00Z")
    sign_in(maya, cast.maya), sign_in(ana, cast.ana)  # it is two weeks later
    change_the_plan(maya, page)
    sign_all(maya, ana, open_page(**PHONE), page, mail_server, worker)
    signed.refresh_from_db()
    assert (signed.state, signed.content, signed.content_hash) == ("replaced", words, address)
    maya.goto(f"{HOME}plans/versions/{signed.public_id}/")
    expect(maya.get_by_text("Mend an old radio").first).to_be_visible()

    write_the_journal(maya)
    answer_the_journal(ana)
    hear_the_answer(maya)

    time_machine.move_to("2026-11-24T14:00:00Z")
    sign_in(maya, cast.maya), sign_in(ana, cast.ana)
    write_down_the_exhibition(ana, page)
    look_back(maya, page)
    close_the_term(ana, page)
    assert Plan.objects.get(pk=plan.pk).state == "closed"
    verbs = list(Event.objects.filter(verb__startswith="plan.").values_list("verb", flat=True))
    assert [verbs.count(verb) for verb in ("plan.exhibit", "plan.reflect", "plan.close")] == [1] * 3


def assert_clean(page):
    assert violations(page, "light", IN_LIGHT) == []


def greet_the_family(priya, maya):
    priya.goto(f"{HOME}roster/{maya.person.public_id}/guardian/")
    priya.get_by_label("First name, or the only name").fill("Nuria")
    priya.get_by_label(re.compile("^Family name")).first.fill("Santos")
    priya.get_by_label("E-mail").fill(NURIA)
    priya.get_by_label("Language they read").select_option("es")
    priya.get_by_label("Who they are to the student").fill("mother")
    priya.get_by_role("button", name=re.compile("guardian|Save")).click()
    expect(priya.get_by_role("link", name="Nuria Santos")).to_be_visible()


def visit_the_home(ana, maya, student):
    ana.goto(f"{HOME}home-visits/plan/?student={student.public_id}")
    ana.get_by_label("Day").fill("2026-10-12")
    ana.get_by_role("button", name="Plan it").click()
    ana.get_by_label("Who was there?").fill("Nuria and two brothers")
    ana.get_by_label("What does the family hope for?").fill("That she finishes what she begins.")
    ana.get_by_label(re.compile("confidence|sensitive", re.IGNORECASE)).fill(QUIET)
    ana.get_by_role("button", name="Save the note").click()
    expect(ana.get_by_role("heading", name="Told in confidence")).to_be_visible()
    visit = ana.url
    assert_clean(ana)
    assert maya.goto(visit).status == 404
    maya.goto(f"{HOME}home-visits/")
    expect(maya.get_by_text(QUIET)).to_have_count(0)


def write_interests(maya):
    for words, area in (("Old radios", "Machines"), ("Singing", "Performing"), ("Night", "else")):
        maya.goto(f"{HOME}interests/add/")
        maya.get_by_label("What are you curious about").fill(words)
        option = maya.get_by_label("Close to").locator("option", has_text=area).first
        maya.get_by_label("Close to").select_option(option.get_attribute("value"))
        maya.get_by_role("button", name="Save the interest").click()
        maya.get_by_role("link", name=words).first.click()
        maya.get_by_role("button", name="Share it").click()
        expect(maya.get_by_role("button", name=re.compile("rivate|to myself"))).to_be_visible()


def expect_interests(ana, tide):
    ana.goto(f"{HOME}interests/advisories/{tide.public_id}/")
    expect(ana.get_by_text("Old radios").first).to_be_visible()


def write_a_plan(maya):
    maya.goto(f"{HOME}plans/")
    maya.get_by_role("button", name="Begin my plan").click()
    for number, words in enumerate(
        ("Mend an old radio", "Sing in the market hall", "Read Lorca", "Count the birds")
    ):
        first = "Add the first thing" if number == 0 else "Add one more thing"
        maya.get_by_role("button", name=first).click()
        maya.get_by_label("What will you do?").fill(words)
        expect(maya.get_by_text(SAVED)).to_be_visible()
        item = maya.url.partition("?")[0]
        if number == 0:
            maya.get_by_role("link", name="My plan").first.click()
            expect(maya.locator("#missing")).to_be_visible()  # no goal is touched yet
            expect(maya.get_by_role("button", name="Ask for names")).to_have_count(0)
        maya.goto(f"{item}?ask=goals")
        for goal in ("Empirical", "Communication", "Social"):
            maya.get_by_label(re.compile(goal)).first.check()
        if number == 0:
            maya.get_by_label("A new goal of my own").fill("Finish what I begin")
        maya.get_by_role("button", name="Save and go on").click()
        maya.get_by_role("link", name="My plan").first.click()
    expect(maya.get_by_role("button", name="Ask for names")).to_be_visible()
    assert_clean(maya)


def answer_apart(maya, ana, nuria, mail_server, worker):
    """Family and student answer the same questions; neither reads the other's before both are in."""
    maya.get_by_role("link", name="Open the cover sheet").click()
    cover = maya.url
    maya.get_by_label("Who are you, when nobody gives you a task?").fill("A night person.")
    expect(maya.get_by_text(SAVED)).to_be_visible()
    maya.get_by_role("button", name="I am done: hand it in").click()
    ana.goto(cover)
    expect(ana.get_by_text("A night person.")).to_have_count(0)
    ana.get_by_role("button", name="Send the family the questions").click()
    worker.drain()

    nuria.goto(mail_server.link(NURIA))
    expect(nuria.get_by_text("A night person.")).to_have_count(0)
    box = nuria.locator("textarea").first
    box.fill("Ella canta en casa.")
    box.blur()
    expect(nuria.locator(".live").first).to_contain_text(re.compile(r"\d:\d"))
    nuria.locator('button[name="done"]').click()
    expect(nuria.get_by_text("A night person.")).to_be_visible()
    assert_clean(nuria)
    maya.goto(cover)
    expect(maya.get_by_text("Ella canta en casa.")).to_be_visible()


def meet(maya, page):
    """Maya books the meeting, keeps the minutes, and two things are promised."""
    maya.goto(page)
    maya.get_by_role("link", name="Book the plan meeting").click()
    maya.get_by_label("Which day?").fill("2026-10-14")
    maya.get_by_label("At what time?").fill("15:00")
    maya.get_by_label("Where?").fill("Room 2")
    maya.get_by_role("button", name="Book the meeting").click()
    maya.get_by_label("Minutes").fill("We talked about the radio first.")
    expect(maya.get_by_text(SAVED).first).to_be_visible()
    for words in ("Find a shop that repairs radios", "Ask the choir"):
        maya.get_by_label("What will be done?").fill(words)
        maya.get_by_role("button", name="Write it down").click()
        expect(maya.locator("#promises").get_by_text(words)).to_be_visible()
    assert_clean(maya)


def sign_all(maya, ana, nuria, page, mail_server, worker):
    """Student and advisor sign on the page, the mother behind the link in her letter."""
    maya.goto(page)
    maya.get_by_role("button", name="Ask for names").click()
    worker.drain()
    for signer in (maya, ana):
        signer.goto(f"{page}sign/")
        signer.get_by_label("I have read this, and I stand behind it.").check()
        signer.get_by_role("button", name="Sign the plan").click()
        expect(signer.get_by_text("Thank you. You have signed.")).to_be_visible()
    nuria.goto(mail_server.link(NURIA))
    nuria.locator('input[name="name"]').fill("Nuria Santos")
    nuria.locator('input[name="agrees"]').check()
    assert_clean(nuria)
    nuria.locator("#sign button").click()
    expect(nuria.locator("#sign")).to_have_count(0)


def change_the_plan(maya, page):
    maya.goto(page)
    expect(maya.get_by_role("link", name="Add one more thing")).to_have_count(0)
    maya.get_by_text("Change the plan").click()
    maya.get_by_label(re.compile("Why|change")).last.fill("The shop wants me to learn to solder.")
    maya.get_by_role("button", name="Start the change").click()
    maya.get_by_role("link", name="Mend an old radio").click()
    maya.get_by_label("What will you do?").fill("Solder a new radio")
    expect(maya.get_by_text(SAVED).first).to_be_visible()


def write_the_journal(maya):
    for words in ("The iron was hot.", "I burnt a board.", "It plays, quietly."):
        maya.goto(f"{HOME}journals/")
        maya.locator('textarea[name="text"]').first.fill(words)
        maya.get_by_role("button", name="Keep it").click()
        expect(maya.get_by_text(words).first).to_be_visible()
    assert_clean(maya)


def answer_the_journal(ana):
    ana.goto(f"{HOME}journals/room/")
    ana.locator('textarea[name="text"]').first.fill("Which board was it?")
    ana.get_by_role("button", name=re.compile("Answer|Send")).first.click()
    expect(ana.get_by_text("Maya gets your answer.")).to_be_visible()


def hear_the_answer(maya):
    maya.goto(f"{HOME}journals/")
    maya.get_by_role("link", name="The iron was hot.").click()
    expect(maya.get_by_text("Which board was it?")).to_be_visible()


def write_down_the_exhibition(ana, page):
    ana.goto(page)
    ana.get_by_text("Write down the exhibition").click()
    ana.get_by_role("button", name="Write it down").click()
    expect(ana.get_by_text("Exhibited")).to_be_visible()


def look_back(maya, page):
    maya.goto(page)
    maya.get_by_role("link", name="Look back on this term").click()
    maya.locator("textarea").first.fill("That a burnt board teaches more than a whole one.")
    expect(maya.get_by_text(SAVED).first).to_be_visible()
    maya.locator("#hand-in summary").click()
    maya.locator("#hand-in form button[type=submit]").click()
    maya.get_by_role("link", name="How I looked back").click()
    expect(maya.get_by_text("burnt board").first).to_be_visible()
    assert_clean(maya)


def close_the_term(ana, page):
    ana.goto(f"{page}back/")
    ana.get_by_role("button", name="I have read it: close the term").click()
    ana.goto(page)
    expect(ana.get_by_text("Closed").first).to_be_visible()
