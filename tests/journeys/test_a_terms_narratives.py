"""J7, steps 1 to 7: a term's narratives from the first word to the family, in its language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.goals.actions import give_start
from kindling.narratives.models import Narrative, Version
from kindling.plans.models import Suggestion
from kindling.schools.inside import inside
from kindling.translation.tests.speaking import translator
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/harbor-view/narratives/"
SAVED = re.compile("Saved 9:0")
ASKS = "He asks before he acts, and the animals trust him."


def test_from_the_first_word_to_the_familys_language(
    cast, settings, desk, open_page, sign_in, mail_server, worker, guard
):
    guard.allow("ERR_INTERNET_DISCONNECTED")
    with inside(cast.school):
        give_start(cast.school)
    luis, rosa = (sign_in(open_page(**PHONE), one) for one in (cast.luis, cast.rosa))
    dana, ana = sign_in(desk, cast.dana), sign_in(open_page(), cast.ana)
    with translator() as (address, asked):
        settings.TRANSLATE_URL = address
        here = PAGE + the_round_begins(dana)
        luis_writes_first(luis, here)
        ana_writes_beside_it(ana, here)
        dana_gives_it_back_and_then_not(dana, ana, here)
        it_is_released(dana, worker)
        rosa_reads_it_in_spanish(cast, rosa, here, mail_server)
        luis_takes_the_suggestion(cast, luis)
        ana_puts_a_name_right(ana, rosa, here, worker)
    assert [len(one["q"]) > 0 for one in asked] == [True, True]


def the_round_begins(dana) -> str:
    """1. Every student has a narrative to be written, by a day. Whose address is Luis's?"""
    dana.goto(f"{PAGE}settings/")
    dana.get_by_label("Send released narratives to the translator").check()
    dana.get_by_role("button", name="Save").click()
    dana.goto(f"{PAGE}start/")
    dana.get_by_label("What it is called").fill("Fall")
    for label, day in (
        ("Students hand in by", "2026-11-06"),
        ("Advisors hand in by", "2026-11-20"),
        ("Families have them on", "2026-11-25"),
    ):
        dana.get_by_label(label).fill(day)
    dana.get_by_role("button", name="Begin").click()
    expect(dana.get_by_text(re.compile("Students by .*6 Nov"))).to_be_visible()
    assert Narrative.objects.count() == 3
    return Narrative.objects.get(student__person__given_name="Luis").public_id + "/"


def luis_writes_first(luis, here) -> None:
    """2. Luis writes; nobody reads it before he hands it in."""
    luis.goto(here)
    luis.locator("textarea").first.fill("I learn best when I can try things out.")
    expect(luis.get_by_text(SAVED)).to_be_visible()
    luis.get_by_role("button", name="Hand in my words").click()
    expect(luis.get_by_text("Your words are in.")).to_be_visible()


def ana_writes_beside_it(ana, here) -> None:
    """3. Ana writes beside his words; what she types without a network is saved with it."""
    ana.goto(here)
    expect(ana.get_by_text("I learn best when I can try things out.")).to_be_visible()
    fields = ana.locator("textarea[data-field], live-field textarea")
    fields.nth(0).fill(ASKS)
    expect(ana.get_by_text(SAVED).first).to_be_visible()
    ana.context.set_offline(True)
    fields.nth(1).fill("Sam Itto says so too.")
    fields.nth(1).blur()
    ana.context.set_offline(False)
    expect(ana.get_by_text(SAVED)).to_have_count(2, timeout=15000)
    for number in range(2, fields.count()):
        fields.nth(number).fill("More of the same.")
    fields.last.blur()
    expect(ana.get_by_text(SAVED)).to_have_count(fields.count())
    ana.get_by_label("Suggest a change for the next plan").fill("Work at the intake desk, alone.")
    ana.get_by_role("button", name="Suggest it").click()
    expect(ana.get_by_text("Work at the intake desk, alone.")).to_be_visible()
    ana.get_by_role("button", name="Hand in").click()
    expect(ana.get_by_text("It is being read.")).to_be_visible()


def dana_gives_it_back_and_then_not(dana, ana, here) -> None:
    """4. Dana reads it and gives it back with a comment; the second time she passes it on."""
    dana.goto(here)
    dana.get_by_label("What should the advisor look at again?").fill("Say where he did that.")
    dana.get_by_role("button", name="Give it back").click()
    ana.goto(here)
    expect(ana.get_by_text("Say where he did that.")).to_be_visible()
    ana.locator("textarea").first.fill(ASKS + " At the clinic.")
    expect(ana.get_by_text(SAVED)).to_be_visible()
    ana.get_by_role("button", name="Hand in").click()
    expect(ana.get_by_text("It is being read.")).to_be_visible()
    dana.goto(here)
    dana.get_by_role("button", name="It is good: pass it on").click()
    dana.goto(here)
    expect(dana.get_by_role("heading", name="Ready for the family")).to_be_visible()


def it_is_released(dana, worker) -> None:
    """5. One act; who is not ready is named and stays behind."""
    dana.goto(PAGE)
    dana.get_by_role("link", name="Release").click()
    expect(dana.get_by_role("link", name="Maya Santos")).to_be_visible()
    dana.get_by_role("button", name="Release one now, without the others").click()
    expect(dana.get_by_role("button", name="Release one now")).to_have_count(0)
    worker.drain()


def rosa_reads_it_in_spanish(cast, rosa, here, mail_server) -> None:
    """5. A letter in Spanish; a machine's words, marked so; the original is one tap away."""
    assert mail_server.to(cast.rosa.email) != []
    rosa.goto(here)
    expect(rosa.get_by_text(f"«{ASKS} At the clinic.»")).to_be_visible()
    expect(rosa.get_by_text("Traducido por una máquina")).to_be_visible()
    rosa.get_by_role("link", name=re.compile("Original")).click()
    expect(rosa.get_by_text(f"{ASKS} At the clinic.", exact=True)).to_be_visible()
    rosa.locator('form[action$="/read/"] button').click()
    expect(rosa.locator('form[action$="/read/"]')).to_have_count(0)


def luis_takes_the_suggestion(cast, luis) -> None:
    """6. What Ana suggests is in the plan only when Luis takes it."""
    luis.goto(f"/harbor-view/plans/suggested/{cast.luis.public_id}/")
    luis.get_by_role("button", name="Take it into my plan").click()
    expect(luis.get_by_text("Kept for you.")).to_be_visible()
    assert Suggestion.objects.get().state == "accepted"


def ana_puts_a_name_right(ana, rosa, here, worker) -> None:
    """7. A second version with its reason; the first one stays readable."""
    ana.goto(here)
    ana.get_by_text("Put something right").click()
    ana.get_by_label("What is put right, and why?").fill("Sam's name was wrong.")
    ana.get_by_role("button", name="Open it for a correction").click()
    ana.locator("textarea").nth(1).fill("Sam Ito says so too.")
    expect(ana.get_by_text(SAVED)).to_be_visible()
    ana.get_by_role("button", name="Release the correction").click()
    expect(ana.get_by_text("Put right: Sam's name was wrong.")).to_be_visible()
    worker.drain()
    rosa.goto(here)
    expect(rosa.get_by_text("«Sam Ito says so too.»")).to_be_visible()
    rosa.goto(f"{here}?version=1&language=en")
    expect(rosa.get_by_text("Sam Itto says so too.")).to_be_visible()
    assert Version.objects.count() == 2
