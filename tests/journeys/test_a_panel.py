"""Luis shows what he learned to a mixed panel: six browsers at once, one of them without a network."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.disclosures.models import Disclosure
from kindling.exhibitions.actions import name_panelist, propose_guest
from kindling.exhibitions.models import Exhibition, Panelist
from kindling.exhibitions.tests.showing import at, plan, schedule
from kindling.panels.models import Form, Panel
from kindling.plans.models import Suggestion
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/harbor-view"
NOTE = "What did you say about it?"


def fill(page, level: int, words: str, **apart: int) -> None:
    """A whole form with one level; `criterion_1=4`: another one there."""
    for number in range(8):
        chosen = apart.get(f"criterion_{number}", level)
        page.locator(f'input[name="level-{number}"][value="{chosen}"]').check()
    page.locator('textarea[name="words-1"]').fill(words)
    page.locator('textarea[name="recommends"]').fill(f"Try tide {len(words)}.")


def hand_in(page) -> None:
    """Rosa's page is in Spanish, so nothing is found by its words."""
    page.locator('button[value="send"]').click()
    expect(page.locator("score-sheet")).to_have_count(0)


def ask_panel(cast, exhibition: Exhibition) -> None:
    for person in (cast.rosa, cast.maya.person, cast.jordan.person):
        name_panelist(exhibition, person, by=cast.as_("luis"))
    propose_guest(
        exhibition, name="Nora Bell", email="nora@university.example.org", is_remote=True,
        who="She teaches oceans.", by=cast.as_("luis"),
    )  # fmt: skip


def test_a_mixed_panel_scores_apart_talks_and_agrees(  # noqa: PLR0915 (one journey)
    cast, open_page, desk, sign_in, mail_server, guard
):
    guard.allow("ERR_INTERNET_DISCONNECTED")
    guard.allow("status of 410")
    exhibition = plan(cast)
    schedule(cast, exhibition, starts_at=at("2026-10-13 09:30"))
    ask_panel(cast, exhibition)
    luis, rosa, maya, jordan, nora = (open_page(**PHONE) for _ in range(5))
    for page, person in (
        (luis, cast.luis),
        (rosa, cast.rosa),
        (maya, cast.maya),
        (jordan, cast.jordan),
    ):
        sign_in(page, person)
    ana = sign_in(desk, cast.ana)
    here, panel = (f"{HOME}/{app}/{exhibition.public_id}/" for app in ("exhibitions", "panels"))

    # A guest whom Luis named gets a letter once Ana said yes, and answers without an account.
    assert mail_server.to("nora@university.example.org") == []
    ana.goto(here)
    ana.get_by_role("button", name="Yes, invite them").click()
    door = mail_server.link("nora@university.example.org")
    nora.goto(door)
    nora.get_by_role("button", name="Yes, I come").click()
    expect(nora.get_by_text("You come. Thank you.")).to_be_visible()
    for page in (rosa, maya, jordan):
        page.goto(here)
        page.locator('button[name="coming"][value="yes"]').click()
        expect(page.locator('button[value="yes"]')).to_have_count(0)
    assert Panelist.objects.filter(state="coming").count() == 5

    # Held: everybody has a form, and scores alone.
    ana.goto(here)
    ana.get_by_role("button", name="Begin the exhibition now").click()
    ana.goto(panel)
    ana.get_by_role("button", name="Start 45 minutes").click()
    expect(ana.get_by_text("0 of 6 forms are in.")).to_be_visible()
    for page in (luis, rosa, maya, jordan, ana):
        page.goto(f"{panel}sheet/")
    nora.goto(door)
    fill(nora, 3, "I asked about currents.", criterion_1=4)
    nora.context.set_offline(True)
    nora.get_by_role("button", name="Hand in my form").click()
    expect(nora.get_by_text("No network. Your form is on its way")).to_be_visible()
    fill(luis, 3, "It was hard for me.")
    hand_in(luis)
    fill(rosa, 3, "Estoy orgullosa.")
    hand_in(rosa)
    fill(maya, 3, "You did not read it off.")
    hand_in(maya)
    fill(ana, 3, "Mostly known ground.", criterion_1=2)
    hand_in(ana)
    nora.context.set_offline(False)
    expect(nora.get_by_text("Your form is in since")).to_be_visible()
    for page in (luis, ana):
        page.goto(panel)
        expect(page.get_by_text("5 of 6 forms are in.")).to_be_visible()
        assert "currents" not in page.content()

    # Ana closes; Jordan, who is slow, is kept as a comment.
    ana.get_by_text("Close the scoring").first.click()
    ana.get_by_role("button", name="Close the scoring").click()
    expect(ana.get_by_text("From 2 Approaching to 4 Exceeds: talk about it")).to_be_visible()
    fill(jordan, 1, "Too late.")
    jordan.get_by_role("button", name="Hand in my form").click()
    expect(jordan.get_by_text("Your form is in since")).to_be_visible()

    # Nothing is agreed before the difference is talked through.
    ana.goto(panel)
    ana.get_by_label("Move on with conditions").check()
    with ana.expect_response(lambda answer: "/agree/" in answer.url) as answer:
        ana.get_by_role("button", name="Keep this result").click()
    assert answer.value.status == 409
    ana.goto(panel)
    ana.get_by_label(NOTE).fill("Ana had not seen the drafts that Nora asked about.")
    expect(ana.get_by_text("Saved 9:0")).to_be_visible()
    ana.get_by_label("Move on with conditions").check()
    ana.get_by_role("button", name="Keep this result").click()
    ana.get_by_text("Add a condition").click()
    ana.get_by_label("What has to be done?").fill("Bring the drafts.")
    ana.get_by_label("By when?").fill("2026-10-27")
    ana.get_by_role("button", name="Add this condition").click()
    nora.goto(door)
    expect(nora.get_by_text("Estoy orgullosa.").first).to_be_visible()
    ana.get_by_text("Record it").first.click()
    ana.get_by_role("button", name="Record it").click()
    expect(ana.get_by_text("What the panel agreed on")).to_be_visible()

    # Luis and Rosa have the record; Nora's link is dead; what she read is logged.
    luis.goto(f"{panel}record/")
    expect(luis.get_by_text("Move on with conditions")).to_be_visible()
    rosa.goto(f"{panel}record/")
    expect(rosa.get_by_text("Bring the drafts.")).to_be_visible()
    assert "currents" not in rosa.content()
    assert nora.goto(door).status == 410
    assert "Estoy orgullosa." not in nora.content()
    assert list(Disclosure.objects.values_list("to", flat=True)) == ["Nora Bell"]
    assert mail_server.to(cast.rosa.email) != []

    # What the panel recommends is Luis's to take.
    luis.goto(f"{HOME}/plans/suggested/{cast.luis.public_id}/")
    luis.get_by_role("button", name="Take it into my plan").first.click()
    expect(luis.get_by_text("Kept for you.")).to_be_visible()

    kept = Panel.objects.get()
    late = Form.objects.get(person=cast.jordan.person)
    assert (late.state, kept.differences.get().number) == ("late", 1)
    assert (Exhibition.objects.get().state, Suggestion.objects.count()) == ("recorded", 5)
