"""J4 whole: Sam's term with Jordan, from the first link to the last, without an account."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.attendance.actions import check_in, check_out
from kindling.attendance.models import Day
from kindling.conversations.models import Message
from kindling.conversations.tests.conftest import text  # noqa: F401 (a fixture)
from kindling.evaluations.models import Evaluation
from kindling.evidence.actions import keep_evidence
from kindling.exhibitions.actions import choose_material, name_panelist, tick_material
from kindling.exhibitions.models import Material
from kindling.exhibitions.tests.showing import at, panelist, plan, schedule
from kindling.journals.tests.writing import wrote
from kindling.letterbox.models import Mail
from kindling.letterbox.tests.mailing import a_mail, open_door, post
from kindling.notices.tests.conftest import gateway  # noqa: F401 (a fixture)
from kindling.outreach.models import Contact
from kindling.projects.models import Project
from kindling.projects.tests.factories import WORDS, rubric
from kindling.questions.models import Pulse
from kindling.texts.tests.conftest import SAM as SAMS_PHONE
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOME = "/harbor-view"
SAM = "sam@harbor-view.example.org"
WEEKS = ("06", "08", "13")
FINAL = "A card with five faces."


@pytest.fixture
def placement(cast, time_machine):
    """Jordan has been at the shelter for three weeks; it is Tuesday afternoon, after the day."""
    time_machine.move_to("2026-09-22T12:00:00Z")
    made = start_internship(cast, cast.jordan, cast.shelter, starts_on=date(2026, 9, 22))
    for day in WEEKS:
        a_day(cast, "jordan", made, time_machine, day)
    time_machine.move_to("2026-10-13T19:00:00Z")
    return made


def a_day(cast, name, placement, time_machine, day) -> None:
    """Nine to two in October."""
    time_machine.move_to(f"2026-10-{day}T13:00:00Z")
    row = check_in(placement, goal="Walk Biscuit.", by=cast.as_(name))
    time_machine.move_to(f"2026-10-{day}T18:00:00Z")
    check_out(row, line="Biscuit walked me.", by=cast.as_(name))


def words_of(letter) -> str:
    """A letter as it is read."""
    return letter.get_body(("plain",)).get_content()


def press(page, name) -> None:
    page.get_by_role("button", name=name).click()


def test_from_the_first_link_to_the_pulse(
    cast, placement, time_machine, open_page, sign_in, mail_server, worker, guard, gateway, text,  # noqa: F811
):  # fmt: skip
    guard.allow("status of (404|410)")
    rubric(cast)
    wrote(cast, "jordan", "I am homesick.")
    sam, ana, jordan = (open_page(**PHONE) for _ in range(3))
    sign_in(ana, cast.ana)
    sign_in(jordan, cast.jordan)
    worker.strike()  # the day is over: Sam is asked; the middle of the term; three weeks are over
    days = mail_server.link(SAM)
    sam_opens_the_link(sam, days)
    sam_sees_what_is_needed_and_nothing_else(cast, sam)
    sam_confirms_a_week_and_ana_settles_a_day(sam, ana)
    with open_door() as door:
        jordan_writes_and_ana_is_in_it(cast, jordan, ana, sam, mail_server, worker, door)
    sam_texts_back(cast, jordan, sam, mail_server, worker, gateway, text)
    one_line_of_the_project_is_sams(jordan, ana, sam, worker, gateway)
    a_day(cast, "jordan", placement, time_machine, "15")
    time_machine.move_to("2026-10-15T19:00:00Z")
    sam_says_how_it_is_half_way(cast, sam, ana, days)
    time_machine.move_to("2026-10-28T12:00:00Z")
    the_link_ends(sam, days, worker, gateway)


def sam_opens_the_link(sam, days) -> None:
    """1. No password; the link says until when it works, and one letter changed opens nothing."""
    wrong = days[:-2] + ("b" if days[-2] == "a" else "a") + "/"
    assert sam.goto(wrong).status == 404
    assert sam.goto(days).status == 200
    expect(sam.get_by_text(re.compile("This link is yours alone and works until"))).to_be_visible()


def sam_sees_what_is_needed_and_nothing_else(cast, sam) -> None:
    """2. First name, schedule, goals, a number for emergencies."""
    expect(sam.get_by_role("heading", level=1)).to_contain_text("Was Jordan with you")
    expect(sam.get_by_text(re.compile("Tue 9:00.AM to 2:00.PM")).first).to_be_visible()
    expect(sam.get_by_text("Learn the morning round.")).to_be_visible()
    expect(sam.get_by_role("link", name="555 0100")).to_be_visible()
    for address in ("", "?guide=1", "?given"):
        sam.goto(sam.url.partition("?")[0] + address)
        page = sam.content()
        told = ("Blake", "jordan@", "2010", "201", "homesick", "Luis", "Maya", "Rosa")
        assert [word for word in told if word in page] == [], address
    sam.goto(sam.url.partition("?")[0])


def sam_confirms_a_week_and_ana_settles_a_day(sam, ana) -> None:
    """3. Five taps for a week; the day on which Jordan left at noon is settled by Ana."""
    sam.get_by_role("link", name=re.compile("Jordan, .* 6 ")).click()
    sam.locator("summary", has_text="Change the times").click()
    sam.get_by_label("Left at").fill("12:00")
    sam.get_by_label("What should the school know?").fill("Jordan left at noon.")
    press(sam, "Save these times")
    expect(sam.get_by_text("Thank you. The school can see it.").first).to_be_visible()
    press(sam, "All of these are right")
    expect(sam.get_by_text("Nothing is waiting for you.", exact=False)).to_be_visible()
    ana.goto(f"{HOME}/")
    ana.get_by_role("link", name=re.compile("^Settle")).click()
    expect(ana.get_by_text("Jordan left at noon.").first).to_be_visible()
    ana.get_by_label("Hours", exact=True).fill("3")
    ana.get_by_label(re.compile("^Minutes")).fill("0")
    ana.get_by_label("Why", exact=True).fill("The bus left at noon.")
    press(ana, "Settle the day")
    expect(ana.get_by_text("3 h").first).to_be_visible()
    standing = {day.on.day: (day.standing, day.minutes) for day in Day.objects.order_by("on")}
    assert standing == {6: ("confirmed", 180), 8: ("confirmed", 300), 13: ("confirmed", 300)}


def jordan_writes_and_ana_is_in_it(cast, jordan, ana, sam, mail_server, worker, door) -> None:
    """4. A message, with Ana in it; an answer by e-mail; no way to Jordan alone."""
    jordan.goto(f"{HOME}/messages/")
    jordan.get_by_role("link", name="Write to somebody").click()
    jordan.get_by_role("link", name="Sam Ito").click()
    expect(jordan.get_by_text("Ana Reyes reads along.")).to_be_visible()
    jordan.get_by_label("Your message").fill("May I come at ten?")
    press(jordan, "Send it")
    expect(jordan.get_by_text("May I come at ten?")).to_be_visible()
    worker.drain()
    letter = mail_server.to(SAM)[-1]
    assert "May I come at ten?" in words_of(mail_server.to(cast.ana.email)[-1])
    post(a_mail(SAM, str(letter["Reply-To"]), "Ten is fine.\n\n> May I come at ten?"), door)
    worker.drain()
    answer = mail_server.to(cast.jordan.person.email)[-1]
    assert "Ten is fine." in words_of(answer)
    # To the address from which Jordan answers, Sam writes to nobody.
    alone = a_mail(SAM, str(answer["Reply-To"]), "Just us.", message_id="<two@mail.example>")
    post(alone, door)
    assert [one.state for one in Mail.objects.order_by("pk")] == ["landed", "held"]
    for page in (jordan, ana):
        page.goto(f"{HOME}/messages/")
        page.get_by_role("link", name=re.compile("Sam Ito")).first.click()
        expect(page.get_by_text("Ten is fine.", exact=True)).to_be_visible()
        assert "Just us." not in page.content()
    sam.goto(mail_server.link(SAM))
    expect(sam.get_by_text("Ana Reyes of the school reads along.")).to_be_visible()


def sam_texts_back(cast, jordan, sam, mail_server, worker, gateway, text) -> None:  # noqa: F811
    """4. Sam would rather have texts: one each way, in the same conversation."""
    sam.goto(mail_server.link(SAM, "/reach/"))
    sam.get_by_role("group", name="Everything else").get_by_label("Text message").check()
    press(sam, "Save my choice")
    expect(
        sam.get_by_role("group", name="Everything else").get_by_label("Text message")
    ).to_be_checked()
    jordan.get_by_label("Your message").fill("Shall I bring boots?")
    press(jordan, "Send it")
    expect(jordan.get_by_text("Shall I bring boots?")).to_be_visible()
    worker.drain()
    assert [said.partition(": ")[2].split(" http")[0] for _to, said in gateway.told] == [
        "Shall I bring boots?"
    ]
    assert text("Bring your boots please", SAMS_PHONE) == "Ana has your message."
    jordan.reload()
    expect(jordan.get_by_text("Bring your boots please")).to_be_visible()
    ways = Message.objects.order_by("pk").values_list("by__given_name", "via")
    assert list(ways) == [("Jordan", "page"), ("Sam", "email"), ("Jordan", "page"), ("Sam", "sms")]


def one_line_of_the_project_is_sams(jordan, ana, sam, worker, gateway) -> None:  # noqa: F811
    """5. In week three they meet; Sam puts one line otherwise, Jordan writes the final one."""
    page = f"{HOME}/projects/{Project.objects.get().public_id}/"
    ana.goto(page)
    ana.get_by_text("Book the meeting").click()
    ana.get_by_label("Which day?").first.fill("2026-10-15")
    ana.get_by_label("At what time?").fill("14:00")
    press(ana, "Book it")
    expect(ana.get_by_text("Thursday 15 October at 2:00").first).to_be_visible()
    ana.get_by_text("We met").first.click()
    ana.get_by_label(re.compile("What did you")).fill("A card for the front desk.")
    press(ana, "Keep the notes")
    jordan.goto(f"{page}proposal/")
    for number, words in enumerate(WORDS.values()):
        jordan.locator("live-field textarea").nth(number + 1).fill(words)
        jordan.locator("live-field textarea").nth(number + 1).blur()
    expect(jordan.get_by_text(re.compile("Saved 3:0"))).to_have_count(3)
    jordan.goto(page)
    press(jordan, "Hand it in")
    expect(jordan.get_by_role("heading", name="It takes a yes")).to_be_visible()
    worker.drain()
    sam.goto(re.search(r"/p/\S+", gateway.told[-1][1])[0])  # by text, as Sam chose
    product = sam.locator(".stack", has=sam.get_by_role("heading", name="What will there be")).last
    product.get_by_text("I would put it like this").click()
    product.get_by_label("How would you put it?").fill("A card with four faces.")
    product.get_by_role("button", name="Suggest it").click()
    expect(sam.get_by_text("Your suggestion is with Jordan")).to_be_visible()
    jordan.goto(f"{page}proposal/")
    press(jordan, "Take it up")
    jordan.get_by_label("What will there be at the end?").fill(FINAL)
    expect(jordan.get_by_text(re.compile("Saved 3:0"))).to_be_visible()
    sam.reload()
    expect(sam.get_by_role("paragraph").filter(has_text=FINAL)).to_be_visible()
    sam.get_by_label("What does good work look like to you?").fill("I can read it from my chair.")
    press(sam, "Yes, go ahead")
    expect(sam.get_by_text("You said yes to this. Thank you.")).to_be_visible()
    ana.goto(page)
    press(ana, "Yes, go ahead")
    expect(ana.get_by_role("heading", name="At work")).to_be_visible()
    assert Project.objects.get().product == FINAL


def sam_says_how_it_is_half_way(cast, sam, ana, days) -> None:
    """6. Three numbers and a line, once a term; the school reads them beside Jordan's."""
    sam.goto(days)
    for row, number in enumerate("432"):
        sam.locator("#pulse fieldset").nth(row).get_by_label(number).check()
    sam.get_by_label(re.compile("A line about it")).fill("More project time.")
    press(sam, "Yes, that’s right, and here are my answers")
    expect(sam.locator("#pulse")).to_have_count(0)
    kept = Pulse.objects.get()
    assert (kept.by, kept.relationship, kept.relevance, kept.side) == (cast.sam, 4, 3, "mentor")
    ana.goto(f"{HOME}/pulse/")
    expect(ana.get_by_text("“More project time.”")).to_be_visible()


def the_link_ends(sam, days, worker, gateway) -> None:  # noqa: F811
    """1. After its last day it opens nothing; a new one goes to the contact on file, not here."""
    assert sam.goto(days).status == 410
    expect(sam.get_by_role("heading", name="This link has expired")).to_be_visible()
    assert "Jordan" not in sam.content()
    press(sam, "Send a new link")
    expect(sam.get_by_role("heading", name="This link has expired")).to_have_count(0)
    worker.drain()
    new = re.search(r"/p/\S+", gateway.told[-1][1])[0]
    assert (new in sam.content(), new == days) == (False, False)
    assert sam.goto(new).status == 200


def test_from_the_class_that_comes_to_the_last_link(
    cast, placement, time_machine, open_page, sign_in, mail_server, worker, guard
):
    guard.allow("status of 403")
    sam, desk, ana, jordan, chen = (
        open_page(**PHONE),
        open_page(),
        *(open_page(**PHONE) for _ in "123"),
    )
    for page, name in ((ana, "ana"), (jordan, "jordan"), (chen, "chen")):
        sign_in(page, cast.person(name))
    shows = an_exhibition(cast)
    sams = sam_asks_a_class(cast, sam, chen, mail_server, worker)
    door = sam_begins_the_evaluation(cast, placement, sam, ana, mail_server, worker)
    sam_comes_and_sees_the_shared_deck_only(sam, sams)
    sam_scores_once(sam, ana, shows)
    sam_goes_on_elsewhere_and_hands_in(sam, desk, jordan, ana, door, mail_server, worker)
    the_placement_ends(cast, placement, ana, chen, jordan, sam, mail_server, worker)
    sam_rests_and_hears_of_safety(cast, sam, ana, sams, mail_server, worker, time_machine)


def an_exhibition(cast):
    """Jordan shows today at half past three; Sam is asked, and may see one of two pieces."""
    exhibition, by = plan(cast, "jordan", by="jordan"), cast.as_("jordan")
    schedule(cast, exhibition, starts_at=at("2026-10-13 15:30"))
    name_panelist(exhibition, cast.sam, by=by)
    for title, words in (
        ("Two x-rays", "What a crack looks like."),
        ("A diary", "Not for guests."),
    ):
        choose_material(
            exhibition, keep_evidence(cast.jordan, title=title, words=words, by=by), by=by
        )
    tick_material(
        Material.objects.get(evidence__title="Two x-rays"), [panelist(exhibition, cast.sam)], by=by
    )
    return exhibition


def sam_asks_a_class(cast, sam, chen, mail_server, worker) -> str:
    """7. Sam asks a class to come and see; Chen agrees on a day, which stands with the place."""
    chen.goto(f"{HOME}/mentoring/")
    chen.get_by_role("link", name="Sam Ito").click()
    press(chen, "Send their page")
    worker.drain()
    sams = mail_server.link(SAM)
    sam.goto(sams)
    sam.get_by_text("Ask a class", exact=True).click()
    sam.get_by_label("Where?").select_option(label="Harbor Animal Shelter")
    sam.get_by_label("What is there to see?").fill("How a shelter wakes up.")
    sam.get_by_label("When would it suit you?").fill("Mondays at ten.")
    press(sam, "Ask the school")
    expect(sam.get_by_text("Thank you. That is noted.")).to_be_visible()
    worker.drain()
    chen.goto(mail_server.link(cast.chen.email, HOME))
    expect(chen.get_by_text("How a shelter wakes up.")).to_be_visible()
    chen.get_by_label("Day", exact=True).fill("2026-10-26")
    chen.get_by_label("Time", exact=True).fill("10:00")
    press(chen, "Agree on this day")
    expect(chen.get_by_text("26 October").first).to_be_visible()
    chen.goto(f"{HOME}/outreach/sites/{cast.shelter.site.public_id}/")
    expect(chen.get_by_text("A class comes to see").first).to_be_visible()
    assert (Contact.objects.get().mentor, Contact.objects.get().next_on) == (
        cast.sam,
        date(2026, 10, 26),
    )
    worker.drain()
    assert "26 October" in words_of(mail_server.to(SAM)[-1])
    sam.reload()
    expect(sam.locator("#class").get_by_text("26 Oct")).to_be_visible()
    return sams


def sam_begins_the_evaluation(cast, placement, sam, ana, mail_server, worker) -> str:
    """8. Sam begins on the phone, and keeps it for later. Nobody reads a draft."""
    ana.goto(f"{HOME}/evaluations/placement/{placement.public_id}/")
    press(ana, "Ask Sam about this term")
    worker.drain()
    door = mail_server.link(SAM)
    sam.goto(door)
    for number in range(4):
        sam.locator("fieldset.pick").nth(number).get_by_label("As we hope").check()
    expect(sam.get_by_text("4 of 10 answered, kept")).to_be_visible()
    press(sam, "Keep and go on")
    sam.get_by_label("What is this intern good at?").fill("Calm with frightened animals.")
    expect(sam.get_by_text(re.compile("Saved 3:"))).to_be_visible()
    ana.goto(f"{HOME}/evaluations/{Evaluation.objects.get().public_id}/")
    expect(ana.get_by_text("Nobody reads it before it is handed in.")).to_be_visible()
    assert "Calm with" not in ana.content()
    return door


def sam_comes_and_sees_the_shared_deck_only(sam, sams) -> None:
    """9. From Sam's own page to the exhibition: yes, and only the piece that Jordan ticked."""
    sam.goto(sams)
    sam.get_by_role("link", name="Exhibition of Jordan").click()
    press(sam, "Yes, I come")
    expect(sam.get_by_text("You come. Thank you.")).to_be_visible()
    expect(sam.get_by_text("What a crack looks like.")).to_be_visible()
    assert [word for word in ("Not for guests.", "A diary", "Blake") if word in sam.content()] == []


def sam_scores_once(sam, ana, shows) -> None:
    """10. Warm, cool, and a level for each line; handed in, it stays as it is."""
    ana.goto(f"{HOME}/exhibitions/{shows.public_id}/")
    press(ana, "Begin the exhibition now")
    ana.goto(f"{HOME}/panels/{shows.public_id}/")
    press(ana, re.compile("^Start 45 minutes"))
    sam.reload()
    for number in range(8):
        sam.locator(f'input[name="level-{number}"][value="3"]').check()
    sam.get_by_label("What was strong?").fill("You did not read it off.")
    sam.get_by_label("What would you try next?").fill("Say first what you found.")
    press(sam, "Hand in my form")
    expect(sam.get_by_text("Your form is in since")).to_be_visible()
    sam.goto(f"{sam.url.partition('?')[0]}?sheet=1")
    expect(sam.get_by_text("Your form is in since")).to_be_visible()
    expect(sam.locator("score-sheet")).to_have_count(0)


def sam_goes_on_elsewhere_and_hands_in(sam, desk, jordan, ana, door, mail_server, worker) -> None:
    """8 and 11. On a second device with a code; two skills, host again; then it is locked."""
    desk.goto(door)
    press(desk, "Send a code")
    worker.drain()
    code = re.search(r"\b\d{6}\b", words_of(mail_server.to(SAM)[-1]))
    desk.get_by_label(re.compile("code", re.IGNORECASE)).fill(code[0])
    press(desk, "Open the page")
    expect(desk.get_by_text("4 of 10 answered, kept")).to_be_visible()
    for number in range(4, 10):
        desk.locator("fieldset.pick").nth(number).get_by_label("Beyond that").check()
    expect(desk.get_by_text("10 of 10 answered, kept")).to_be_visible()
    desk.get_by_role("link", name="2 · In your words").click()
    expect(desk.get_by_label("What is this intern good at?")).to_have_value(
        "Calm with frightened animals."
    )
    desk.get_by_role("link", name="3 · Hand in").click()
    for number, (skill, seen) in enumerate(
        (("Holding a cat", "Never a scratch."), ("Asking first", "Every day.")), 1
    ):
        desk.get_by_label(f"A skill they have ({number})").fill(skill)
        desk.get_by_label(f"What you saw ({number})").fill(seen)
    again = desk.get_by_role("group", name=re.compile("Would you host an intern again"))
    again.get_by_label("Yes", exact=True).check()
    press(desk, "Hand it in")
    expect(desk.get_by_text("It is handed in. Jordan can read it")).to_be_visible()
    sam.goto(f"{door}?step=ratings")
    expect(sam.get_by_text("It is handed in. Jordan can read it")).to_be_visible()
    expect(sam.locator("input[type=radio]")).to_have_count(0)
    here = f"{HOME}/evaluations/{Evaluation.objects.get().public_id}/"
    for page, heading in ((jordan, "Skills they stand behind"), (ana, "Skills they stand behind")):
        page.goto(here)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        expect(page.get_by_text("Never a scratch.")).to_be_visible()
    expect(ana.get_by_text("Would host again: Yes")).to_be_visible()
    assert "host again" not in jordan.content()


def the_placement_ends(cast, placement, ana, chen, jordan, sam, mail_server, worker) -> None:
    """11. It ends, the seat opens for somebody else, and a thank-you comes."""
    page = f"{HOME}/placements/{placement.public_id}/"
    ana.goto(page)
    ana.get_by_role("link", name="End the internship").click()
    ana.get_by_label("Last day").fill("2026-10-13")
    ana.get_by_label("Reason").fill("The term is over.")
    press(ana, "End the internship")
    expect(ana.get_by_text("The term is over.").first).to_be_visible()
    chen.goto(f"{HOME}/places/{cast.shelter.public_id}/")
    expect(chen.get_by_text("seat is free").first).to_be_visible()
    jordan.goto(page)
    jordan.get_by_role("link", name="Thank Sam").click()
    jordan.get_by_label("Your words").fill("You let me hold the cat.")
    press(jordan, "Hand it in")
    expect(jordan.get_by_role("button", name="Hand it in")).to_have_count(0)
    ana.goto(f"{HOME}/thanks/")
    ana.get_by_role("link", name="Sam Ito").click()
    ana.get_by_label("A line from you").fill("They talk of it daily.")
    press(ana, "Send the letter")
    expect(ana.get_by_role("link", name="Print it")).to_be_visible()
    worker.drain()
    sam.goto(mail_server.link(SAM))
    expect(sam.get_by_text("You let me hold the cat.")).to_be_visible()


def sam_rests_and_hears_of_safety(cast, sam, ana, sams, mail_server, worker, time_machine) -> None:
    """12. No reminders any more: honoured for Luis's day; what is about safety still arrives."""
    maya = start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    worker.drain()
    sam.goto(sams)
    sam.get_by_label("No reminders at all any more").check()
    press(sam, "Let me rest")
    expect(sam.get_by_text("Nobody sends you reminders.")).to_be_visible()
    a_day(cast, "luis", maya, time_machine, "15")
    time_machine.move_to("2026-10-15T19:00:00Z")
    before = len(mail_server.to(SAM))
    worker.strike()
    worker.strike()
    assert [str(one["Subject"]) for one in mail_server.to(SAM)[before:]] == []
    ana.goto(f"{HOME}/messages/new/{cast.luis.public_id}/")
    ana.get_by_role("link", name="Sam Ito").click()
    ana.get_by_label("Your message").fill("Keep the back door shut today.")
    ana.get_by_label("It is about safety").check()
    press(ana, "Send it")
    expect(ana.get_by_text("Keep the back door shut today.")).to_be_visible()
    worker.drain()
    assert [str(one["Subject"]) for one in mail_server.to(SAM)[before:]] == [
        "Please read now: a message from Ana Reyes"
    ]
