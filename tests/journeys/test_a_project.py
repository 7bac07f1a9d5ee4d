"""J4, step 5: Sam suggests one line, Jordan writes the final one, Sam and Ana say yes to it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.projects.models import Approval, Project
from kindling.projects.tests.factories import rubric, written
from tests.pages.look import assert_fine

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_project_from_its_proposal_to_everybodys_yes(cast, phone, desk, sign_in):
    rubric(cast)
    project = written(cast)
    page = f"/harbor-view/projects/{project.public_id}/"
    sign_in(phone, cast.jordan).goto(page)
    press(phone, "Write the proposal now")
    press(phone, "Hand it in")

    desk.goto(f"/p/{token_of(Pass.objects.get())}/")
    product = desk.locator(".stack", has=desk.get_by_role("heading", name="What will there be"))
    product.last.get_by_text("I would put it like this").click()
    product.last.get_by_label("How would you put it?").fill("A card with four faces.")
    product.last.get_by_role("button", name="Suggest it").click()
    expect(desk.get_by_text("Your suggestion is with Jordan")).to_be_visible()

    phone.goto(f"{page}proposal/")
    press(phone, "Take it up")
    phone.get_by_label("What will there be at the end?").fill("A card with five faces.")
    expect(phone.get_by_text(re.compile("Saved 9:0"))).to_be_visible()
    assert_fine(phone, 390)

    desk.reload()
    expect(desk.get_by_role("paragraph").filter(has_text="A card with five faces.")).to_be_visible()
    desk.get_by_label("What does good work look like to you?").fill("I can read it from my chair.")
    assert_fine(desk, 1366)
    press(desk, "Yes, go ahead")
    expect(desk.get_by_text("You said yes to this. Thank you.")).to_be_visible()

    sign_in(desk, cast.ana).goto(page)
    expect(desk.get_by_text("“I can read it from my chair.”")).to_be_visible()
    press(desk, "Yes, go ahead")
    expect(desk.get_by_role("heading", name="At work")).to_be_visible()

    kept = Project.objects.get()
    assert (kept.state, kept.product) == ("working", "A card with five faces.")
    assert [one.stamp for one in Approval.objects.all()] == [kept.stamp] * 2


def press(page, name):
    page.get_by_role("button", name=name).click()
