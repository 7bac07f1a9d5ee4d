"""J7: a term's narratives, a correction, credit by rules, a certified transcript, and a college."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.credits.models import Award
from kindling.credits.tests.counting import exhibited, reached, rules_in_use, writing
from kindling.disclosures.models import Disclosure
from kindling.goals.actions import give_start
from kindling.narratives.actions import (
    add_idea,
    begin_correction,
    give_back,
    pass_on,
    publish_correction,
    release_round,
    submit_narrative,
)
from kindling.narratives.tests.writing import begin, fresh, narrative_of, write, write_all
from kindling.plans.models import Suggestion
from kindling.schools.inside import inside
from kindling.schools.models import Term
from kindling.transcripts.actions import print_what_waits
from kindling.transcripts.models import Draft, Transcript
from kindling.transcripts.tests.certifying import of_age

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = re.compile("Saved 9:0")


@pytest.fixture
def narrative(cast):
    """Steps 1 to 7 by their actions: the pages of narratives have a test of their own."""
    give_start(cast.school)
    of_age(cast.luis)
    with inside(cast.school):
        fall = begin(cast)
        found = narrative_of(fall, cast.luis)
        write_all(cast, found)
        add_idea(fresh(found), "Work at the intake desk, alone.", by=cast.as_("ana"))
        submit_narrative(fresh(found), by=cast.as_("ana"))
        give_back(fresh(found), comment="Say what the mentor said.", by=cast.as_("dana"))
        write(cast, found, "ana", 5, "Sam says: he asks before he acts.")
        submit_narrative(fresh(found), by=cast.as_("ana"))
        pass_on(fresh(found), by=cast.as_("dana"))
        release_round(fall, without=True, by=cast.as_("dana"))
        begin_correction(fresh(found), reason="A wrong name.", by=cast.as_("ana"))
        write(cast, found, "ana", 5, "Sam Ito says: he asks before he acts.")
        publish_correction(fresh(found), by=cast.as_("ana"))
    return fresh(found)


def test_from_a_narrative_to_a_college(cast, narrative, phone, desk, open_page, sign_in):
    assert narrative.versions.count() == 2
    assert Suggestion.objects.get().words == "Work at the intake desk, alone."
    mine = f"/harbor-view/transcripts/for/{cast.luis.public_id}/"
    priya, luis = sign_in(desk, cast.priya), sign_in(phone, cast.luis)

    the_rule_says_what_is_missing(cast, priya)
    two_write_a_page(luis, sign_in(open_page(), cast.ana), mine)
    made, before = it_is_certified(priya, mine)
    link = it_is_sent(cast, luis, mine)
    a_college_reads_it(open_page(), link, made)

    # 13. What was certified stays as it was, whatever is written afterwards.
    luis.goto(f"{mine}draft/")
    luis.get_by_role("button", name="Go on writing").click()
    luis.get_by_label("Who I am as a learner").fill("Quite another page.")
    expect(luis.get_by_text(SAVED)).to_be_visible()
    again = Transcript.objects.get(pk=made.pk)
    assert (again.content, again.paper.sha256) == before
    assert again.content["texts"][0]["text"] != Draft.objects.get().who


def the_rule_says_what_is_missing(cast, priya):
    """8. Three pieces of four: it says which is missing; with the fourth it gives, once."""
    rules_in_use(cast)
    reached(cast, "CO1", "CO2", "CO3")
    exhibited(cast, cast.luis)
    for number in range(3):
        writing(cast, f"Letter {number} to the city.")
    priya.goto(f"/harbor-view/credits/for/{cast.luis.public_id}/")
    expect(priya.get_by_text("3 of 4 are there")).to_be_visible()
    writing(cast, "The letter as it was sent.")
    term = Term.of(cast.school).first()
    priya.goto(f"/harbor-view/credits/terms/{term.public_id}/")
    priya.get_by_role("button", name="Give this credit").click()
    expect(priya.get_by_text("There is nothing new to give.")).to_be_visible()
    assert Award.objects.filter(title="English").count() == 1


def two_write_a_page(luis, ana, mine):
    """9. Luis drafts a page on the phone, beside the corrected narrative; Ana agrees."""
    luis.goto(mine)
    luis.get_by_role("button", name="Begin the page").click()
    expect(luis.get_by_text("Sam Ito says: he asks before he acts.")).to_be_visible()
    luis.get_by_label("Who I am as a learner").fill("I learn by taking things apart.")
    expect(luis.get_by_text(SAVED)).to_be_visible()
    luis.get_by_role("button", name="It is ready").click()
    expect(luis.get_by_text("Your advisor reads it now.")).to_be_visible()
    ana.goto(f"{mine}draft/")
    ana.get_by_role("button", name="Agree on it").click()
    expect(ana.get_by_text("Agreed. It can be certified.")).to_be_visible()


def it_is_certified(priya, mine):
    """10. Priya certifies both; they are printed and signed. What she certified, and its bytes."""
    for kind in ("narrative", "credit"):
        priya.goto(f"{mine}certify/{kind}/")
        priya.get_by_role("button", name="Certify it").click()
        expect(priya.get_by_text("Certified. It never changes from now on.")).to_be_visible()
    print_what_waits()
    papers = [one.paper.standard for one in Transcript.objects.all()]
    assert papers == ["ua-1 a-2a"] * 2
    made = Transcript.objects.get(kind="narrative")
    assert made.certified_at.date() == date(2026, 10, 13)
    return made, (made.content, made.paper.sha256)


def it_is_sent(cast, luis, mine):
    """11. Luis is eighteen: he consents himself, and the log says so. The address of the link."""
    luis.goto(f"{mine}send/")
    luis.get_by_label("Who shall get it?").fill("Reed College, Portland")
    luis.get_by_label("What for?").fill("Admission")
    for name in ("Narrative transcript", "Credit transcript"):
        luis.get_by_label(re.compile(name)).check()
    luis.get_by_label("I agree that they get it. It is written into the log.").check()
    luis.get_by_role("button", name="Make the link").click()
    link = luis.locator("p.address a").get_attribute("href")
    log = Disclosure.objects.get()
    assert (log.to, log.agreed_by) == ("Reed College, Portland", cast.luis.person)
    return re.sub(r"^https?://[^/]+", "", link)


def a_college_reads_it(college, link, made):
    """12. It reads without an account, of nobody else, and checks what it holds."""
    college.goto(link)
    expect(college.get_by_role("heading", name="Luis Diaz")).to_be_visible()
    expect(college.get_by_text("I learn by taking things apart.")).to_be_visible()
    expect(college.get_by_text("4 pieces about CO2 in the year")).to_be_visible()
    text = college.content()
    assert [name in text for name in ("Maya", "Jordan", "Rosa")] == [False] * 3
    college.goto("/verify/")
    college.get_by_label("Or its address (SHA-256)").fill(made.content_hash)
    college.get_by_role("button", name="Check it").click()
    expect(college.get_by_text("Harbor View certified a transcript")).to_be_visible()
