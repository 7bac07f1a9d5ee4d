"""J10, steps 1 to 8: what is left, a thesis, a chapter, a plan after school, and the last yes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.gateways.bank.templates import Given
from kindling.gateways.models import Gateway, Line
from kindling.gateways.tests.going import in_use
from kindling.people.models import Student
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HERE = "/harbor-view/gateways"
SAVED = re.compile("Saved 9:0")


def test_from_what_is_left_to_the_last_yes(cast, desk, open_page, sign_in, guard):
    guard.allow("status of 404")
    kinds = (Line.Kind.THESIS, Line.Kind.CHAPTERS, Line.Kind.AFTER)
    in_use(cast, *(Given(kind, 1) for kind in kinds), kind="graduation")
    luis, rosa = (sign_in(open_page(**PHONE), one) for one in (cast.luis, cast.rosa))
    ana, dana = sign_in(open_page(), cast.ana), sign_in(desk, cast.dana)
    me = cast.luis.public_id

    dana.goto(f"{HERE}/audit/")
    expect(dana.locator("li", has_text="Luis Diaz").get_by_text("3 open")).to_be_visible()
    it_begins(luis, me)
    a_thesis_is_agreed(luis, ana, me)
    a_chapter_is_between_two(luis, ana, rosa, me)
    a_plan_has_two_ways(luis, ana, me)
    a_thesis_is_defended(luis, ana, me)
    dana.reload()
    expect(dana.locator("li", has_text="Luis Diaz").get_by_text("All there")).to_be_visible()
    the_last_yes(luis, ana, dana)
    assert (Student.objects.get(pk=cast.luis.pk).state, Gateway.objects.get().state) == (
        "enrolled",
        "promoted",
    )


def it_begins(luis, me) -> None:
    """1. Luis begins, and says in his own words what he will do about one thing."""
    luis.goto(f"{HERE}/for/{me}/")
    luis.get_by_role("button", name=re.compile("Begin “Into")).click()
    luis.get_by_label("What is left, in my words").first.fill("Ask Tasha how she began hers.")
    luis.get_by_role("button", name="Keep my words").first.click()
    expect(luis.get_by_text("Ask Tasha how she began hers.").first).to_be_visible()


def answer_all(page) -> None:
    """Write into every field of the page; each is saved by itself."""
    fields = page.locator("live-field textarea, textarea[data-field]")
    for number in range(fields.count()):
        fields.nth(number).fill("The harbor floods twice a year, and nobody maps it.")
    fields.last.blur()
    expect(page.get_by_text(SAVED)).to_have_count(fields.count())


def a_thesis_is_agreed(luis, ana, me) -> None:
    """3. Not without a step; not with an outside guide before the school has said yes to them."""
    luis.goto(f"{HERE}/thesis/{me}/")
    luis.get_by_role("button", name="Begin my thesis").click()
    answer_all(luis)
    luis.get_by_role("button", name="Hand the proposal in").click()
    expect(luis.get_by_text("Plan at least one step with a day.")).to_be_visible()
    luis.goto(f"{HERE}/thesis/{me}/")
    luis.get_by_label("What is done then?").fill("The first map")
    luis.get_by_label("By when?").fill("2026-11-20")
    luis.get_by_role("button", name="Add the step").click()
    luis.get_by_text("Name somebody").click()
    luis.get_by_label("Who knows this field and helps me?").fill("Dr. Nora Bell")
    luis.get_by_label("They do not work at the school").check()
    luis.get_by_role("button", name="Keep the name").click()
    expect(luis.get_by_text("Do not meet or write to them alone")).to_be_visible()
    luis.get_by_role("button", name="Hand the proposal in").click()
    expect(luis.get_by_role("button", name="Hand the proposal in")).to_have_count(0)
    ana.goto(f"{HERE}/thesis/{me}/")
    ana.get_by_role("button", name="Agree").click()
    expect(ana.get_by_text("Dr. Nora Bell").first).to_be_visible()
    ana.goto(f"{HERE}/thesis/{me}/")
    expect(ana.get_by_role("button", name="Agree")).to_be_visible()
    ana.get_by_role("button", name="Dr. Nora Bell may guide").click()
    ana.get_by_role("button", name="Agree").click()
    expect(ana.get_by_role("button", name="Agree")).to_have_count(0)


def a_chapter_is_between_two(luis, ana, rosa, me) -> None:
    """4. A chapter that Luis shares is Ana's to read, and nobody else's, not even Rosa's."""
    luis.goto(f"{HERE}/chapters/{me}/")
    luis.get_by_label("What is the chapter called?").fill("The year we moved")
    luis.get_by_role("button", name="Begin it").click()
    luis.locator("textarea").fill("We carried the aquarium ourselves.")
    expect(luis.get_by_text(SAVED)).to_be_visible()
    assert ana.goto(luis.url).status == 404
    luis.get_by_role("button", name="Let my advisor read it").click()
    expect(luis.get_by_role("button", name="Take it back and write on")).to_be_visible()
    ana.goto(luis.url)
    expect(ana.get_by_text("We carried the aquarium ourselves.")).to_be_visible()
    ana.get_by_role("button", name="It is done").click()
    assert rosa.goto(luis.url).status == 404


def a_plan_has_two_ways(luis, ana, me) -> None:
    """5, 6. A trade first, college second; one place accepts him."""
    luis.goto(f"{HERE}/after/{me}/")
    luis.get_by_role("button", name="Begin my plan").click()
    luis.get_by_label("My first way").select_option(index=3)
    luis.get_by_label("My second way").select_option(index=1)
    luis.get_by_role("button", name="Keep the ways").click()
    luis.get_by_label("Which college, shop, program?").fill("Harbor Electric")
    luis.get_by_label("What is next?").fill("Send the form")
    luis.get_by_label("By when?").fill("2026-10-12")
    luis.get_by_role("button", name="Add it").click()
    expect(luis.get_by_text("Send the form").first).to_be_visible()
    answer_all(luis)
    luis.get_by_role("button", name="Done: Send the form").click()
    luis.get_by_text("How “Harbor Electric” stands").click()
    luis.get_by_label("How does it stand?").select_option("accepted")
    luis.get_by_role("button", name="Keep it").click()
    luis.get_by_role("button", name="Hand my plan in").click()
    expect(luis.get_by_role("button", name="Hand my plan in")).to_have_count(0)
    ana.goto(f"{HERE}/after/{me}/")
    ana.get_by_role("button", name="Agree").click()
    expect(ana.get_by_role("button", name="Agree")).to_have_count(0)


def a_thesis_is_defended(luis, ana, me) -> None:
    """7. It is given to who uses it, and defended."""
    luis.goto(f"{HERE}/thesis/{me}/")
    luis.get_by_role("button", name="Done: The first map").click()
    luis.get_by_label("What did it become").fill("A flood map; the harbor master has it.")
    luis.get_by_role("button", name="Hand it in").click()
    expect(luis.get_by_text("Next comes the defence.")).to_be_visible()
    ana.goto(f"{HERE}/thesis/{me}/")
    ana.get_by_text("It was held without one").click()
    ana.get_by_label("In a sentence or two").fill("He knew every culvert.")
    ana.get_by_role("button", name="Defended").click()
    expect(ana.get_by_text("Defended on")).to_be_visible()


def the_last_yes(luis, ana, dana) -> None:
    """8. Luis applies, Ana looks, a panel passes him, and the principal says the last yes."""
    way = f"{HERE}/way/{Gateway.objects.get().public_id}/"
    luis.goto(way)
    luis.locator('form[action$="/apply/"] textarea').fill("I know what I want to do next.")
    luis.get_by_role("button", name="Apply").click()
    expect(luis.get_by_text("Your advisor looks at your portfolio with you.")).to_be_visible()
    ana.goto(way)
    ana.get_by_role("button", name="We looked at it: ready").click()
    ana.get_by_text("It was held without one").click()
    ana.get_by_label("Move on", exact=True).check()
    ana.get_by_label("In a sentence or two").fill("He led the hour himself.")
    ana.get_by_role("button", name="Write it down").click()
    expect(ana.get_by_text("The principal gives the last yes.")).to_be_visible()
    dana.goto(way)
    dana.get_by_label("Last day at school").fill("2027-06-11")
    dana.get_by_role("button", name="Luis graduates").click()
    expect(dana.get_by_text("Graduates. The last day is")).to_be_visible()
