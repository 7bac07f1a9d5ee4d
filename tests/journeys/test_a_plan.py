"""Luis writes his plan on the phone, Ana beside him at the desk; both write at once; all sign."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.goals.actions import give_start
from kindling.plans.models import Plan, PlanItem, Signature

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = re.compile("Saved 9:0")
DONE = "What will be there at the end that was not there before?"


def test_a_plan_is_written_by_two_at_once_and_signed_in_the_room(cast, phone, desk, sign_in):
    give_start(cast.school)
    luis, ana = sign_in(phone, cast.luis), sign_in(desk, cast.ana)

    luis.goto("/harbor-view/plans/")
    luis.get_by_role("button", name="Begin my plan").click()
    luis.get_by_role("button", name="Add the first thing").click()
    luis.get_by_label("What will you do?").fill("Build a bench")
    expect(luis.get_by_text(SAVED)).to_be_visible()
    item = f"/harbor-view/plans/items/{PlanItem.objects.get().public_id}/"
    luis.goto(f"{item}?ask=goals")
    for goal in ("Empirical", "Communication", "Social"):
        luis.get_by_label(re.compile(goal)).first.check()
    luis.get_by_label("A new goal of my own").fill("Speak first once a week")
    luis.get_by_role("button", name="Save and go on").click()

    luis.goto(f"{item}?ask=product")
    ana.goto(item)
    luis.get_by_label(DONE).fill("A bench for two.")
    expect(luis.get_by_text(SAVED)).to_be_visible()
    ana.get_by_label(DONE).fill("And a drawing of it.")
    expect(ana.get_by_role("heading", name="Two people wrote here at once")).to_be_visible()
    ana.get_by_role("button", name="Save this text").click()
    expect(ana.get_by_text(SAVED)).to_be_visible()
    assert PlanItem.objects.get().product == "A bench for two.\nAnd a drawing of it."

    plan = f"/harbor-view/plans/{Plan.objects.get().public_id}/"
    luis.goto(plan)
    luis.get_by_role("button", name="Ask for names").click()
    for page in (luis, ana):
        page.goto(f"{plan}sign/")
        page.get_by_label("I have read this, and I stand behind it.").check()
        page.get_by_role("button", name="Sign the plan").click()
        expect(page.get_by_text("Thank you. You have signed.")).to_be_visible()
    ana.goto(f"{plan}room/")
    ana.get_by_label("Your full name").fill("Rosa Diaz")
    ana.get_by_label("I have read this, and I stand behind it.").check()
    ana.get_by_role("button", name="Sign as Rosa Diaz").click()
    expect(ana.get_by_text("Rosa Diaz has signed.")).to_be_visible()

    assert Plan.objects.get().state == "active"
    assert Signature.objects.filter(way="room", beside=cast.ana).count() == 1
