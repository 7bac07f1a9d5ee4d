"""J6, steps 1 to 6: a week is opened, Luis takes a time, asks his panel, shows, and rehearses."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.evidence.actions import keep_evidence
from kindling.exhibitions.models import Exhibition, Rehearsal
from kindling.exhibitions.tests.showing import at
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/harbor-view"
NORA = "nora@university.example.org"
TUESDAY = "Tuesday 20 October, 10:00 AM, "


def test_from_an_open_week_to_a_rehearsal(cast, desk, open_page, sign_in, mail_server):
    siblings(cast)
    luis, maya, rosa = (
        sign_in(open_page(**PHONE), one) for one in (cast.luis, cast.maya, cast.rosa)
    )
    ana = sign_in(open_page(), cast.ana)
    for student in (luis, maya):
        begin(student)
    shows, other = (Exhibition.objects.get(student=one) for one in (cast.luis, cast.maya))
    another_leads(ana, other)
    a_week_is_opened(sign_in(desk, cast.dana))
    siblings_do_not_clash(maya, luis)
    a_panel_is_asked(cast, luis, ana, shows)
    nora = open_page(**PHONE)
    nora.goto(mail_server.link(NORA))
    a_guest_sees_what_is_ticked(luis, nora, shows)
    rosa_has_an_interpreter(rosa, ana, shows)
    a_friend_says_warm_and_cool(luis, maya, shows)


def siblings(cast) -> None:
    """Maya is Luis's sister here. Luis has kept two pieces."""
    by = Viewer.system(cast.school)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, since_on=date(2026, 8, 31), by=by)
    for title, words in (
        ("Two x-rays", "What a crack looks like."),
        ("A diary", "Not for guests."),
    ):
        keep_evidence(cast.luis, title=title, words=words, by=cast.as_("luis"))


def begin(student) -> None:
    student.goto(f"{HOME}/exhibitions/begin/")
    student.get_by_label("Exhibition", exact=True).check()
    student.get_by_role("button", name="Begin the exhibition").click()
    expect(student.get_by_text("There is no date yet.")).to_be_visible()


def another_leads(ana, other) -> None:
    """Chen leads Maya's, so that only their family stands between the two."""
    ana.goto(f"{HOME}/exhibitions/{other.public_id}/")
    ana.get_by_text("Somebody else leads it").click()
    ana.get_by_label("Who leads it?").select_option(label="Chen Wu")
    ana.get_by_role("button", name="Hand it over").click()
    expect(ana.get_by_text("Chen Wu").first).to_be_visible()


def a_week_is_opened(dana) -> None:
    """1. Rooms, and minutes for a grade; students choose."""
    dana.goto(f"{HOME}/weeks/make/")
    dana.get_by_label("Name of the week").fill("Fall exhibitions")
    dana.get_by_label("First day").fill("2026-10-19")
    dana.get_by_label("Last day").fill("2026-10-23")
    dana.get_by_role("button", name="Make the week").click()
    for room in ("Library", "Studio"):
        dana.get_by_label("Room", exact=True).fill(room)
        dana.get_by_role("button", name="Add the room").click()
        expect(dana.get_by_text(room, exact=True)).to_be_visible()
    dana.get_by_label("Minutes").fill("60")
    dana.get_by_role("button", name="Set the length").click()
    expect(dana.get_by_text("every other grade · 1 h")).to_have_count(3)
    dana.get_by_role("link", name="See the plan").click()
    dana.get_by_label("Students choose until").fill("2026-10-18T18:00")
    dana.get_by_role("button", name="Let students choose").click()
    expect(dana.get_by_text("What they take stays.")).to_be_visible()


def siblings_do_not_clash(maya, luis) -> None:
    """2. Maya takes ten o'clock; Luis is told why it is not his, in no room, and takes another."""
    choose(maya)
    maya.get_by_text("Tuesday 20 October").click()
    maya.get_by_role("button", name=TUESDAY + "Library").click()
    expect(maya.get_by_text("Tuesday 20 October").first).to_be_visible()
    choose(luis)
    luis.get_by_text("Tuesday 20 October").click()
    expect(luis.get_by_text("Your brother or sister shows then").first).to_be_visible()
    expect(luis.get_by_role("button", name=TUESDAY)).to_have_count(0)
    luis.get_by_text("Wednesday 21 October").click()
    luis.get_by_role("button", name="Wednesday 21 October, 1:00 PM, Library").click()
    expect(luis.get_by_text("Wednesday 21 October").first).to_be_visible()
    assert Exhibition.objects.get(student__person__given_name="Luis").starts_at == at(
        "2026-10-21 13:00"
    )


def choose(student) -> None:
    student.goto(f"{HOME}/weeks/")
    student.get_by_role("link", name="Choose your time").click()


def a_panel_is_asked(cast, luis, ana, shows) -> None:
    """3. Guardian and two friends, and a guest who hears of it after Ana's yes."""
    here = f"{HOME}/exhibitions/{shows.public_id}/"
    luis.goto(here)
    for person in (cast.rosa, cast.maya.person, cast.jordan.person):
        luis.get_by_text("Ask somebody from school or your team").click()
        luis.get_by_label("Who?").select_option(person.public_id)
        luis.get_by_role("button", name="Put them on the panel").click()
        expect(luis.get_by_label(f"{person.name} need not come")).to_be_visible()
    luis.get_by_text("Ask a guest from outside").click()
    luis.get_by_label("First and last name").fill("Nora Bell")
    luis.get_by_label("E-mail").fill(NORA)
    luis.get_by_role("button", name="Ask your advisor for a yes").click()
    expect(luis.get_by_label("Nora Bell need not come")).to_be_visible()
    ana.goto(here)
    ana.get_by_role("button", name="Yes, invite them").click()
    expect(ana.get_by_role("button", name="Yes, invite them")).to_have_count(0)


def a_guest_sees_what_is_ticked(luis, nora, shows) -> None:
    """4. Both pieces are shown on the day; Nora may read one of them before it."""
    assert "crack" not in nora.content()
    luis.goto(f"{HOME}/exhibitions/{shows.public_id}/materials/")
    luis.get_by_role("link", name="Choose pieces to show").first.click()
    for title in ("Two x-rays", "A diary"):
        luis.get_by_label(title).check()
    luis.get_by_role("button", name="Show these pieces").click()
    card = luis.locator("section.card, .card").filter(has_text="Two x-rays").last
    card.get_by_label("Nora Bell").check()
    card.get_by_role("button", name="Save who sees it").click()
    luis.wait_for_load_state()
    nora.reload()
    expect(nora.get_by_text("What a crack looks like.")).to_be_visible()
    assert "Not for guests." not in nora.content()


def rosa_has_an_interpreter(rosa, ana, shows) -> None:
    """5. Rosa comes and asks for one; Ana writes down who."""
    rosa.goto(f"{HOME}/exhibitions/{shows.public_id}/")
    rosa.locator('input[name="needs_interpreter"]').check()
    rosa.locator('button[name="coming"][value="yes"]').click()
    expect(rosa.locator('button[value="yes"]')).to_have_count(0)
    ana.goto(f"{HOME}/exhibitions/{shows.public_id}/")
    ana.get_by_label("Who interprets?").fill("Inés Vega")
    ana.get_by_role("button", name="They come").click()
    expect(ana.get_by_text("Inés Vega").first).to_be_visible()
    rosa.goto(f"{HOME}/exhibitions/{shows.public_id}/")
    expect(rosa.get_by_text("Wednesday")).to_have_count(0)  # her page is in Spanish
    expect(rosa.get_by_text("miércoles").first).to_be_visible()


def a_friend_says_warm_and_cool(luis, maya, shows) -> None:
    """6. Maya listens today, and says one warm and one cool thing."""
    luis.goto(f"{HOME}/exhibitions/{shows.public_id}/")
    luis.get_by_text("Plan a rehearsal").click()
    luis.get_by_label("Which day?").fill("2026-10-13")
    luis.get_by_role("checkbox", name="Maya").check()
    luis.get_by_role("button", name="Ask them to listen").click()
    luis.wait_for_load_state()
    maya.goto(f"{HOME}/exhibitions/rehearsals/{Rehearsal.objects.get().public_id}/")
    maya.get_by_label("Warm: what was strong?").fill("You did not read it off.")
    maya.get_by_label("Cool: what would make it stronger?").fill("Say what you found first.")
    maya.get_by_role("button", name="Say it").click()
    maya.wait_for_load_state()
    luis.goto(maya.url)
    expect(luis.get_by_text("Say what you found first.")).to_be_visible()
