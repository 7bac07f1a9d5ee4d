"""J4, steps 1 to 3: Sam confirms a week from a link, and disputes one day."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.attendance.actions import check_in, check_out
from kindling.attendance.models import Day, MentorChoice
from kindling.notices.models import Reach
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAM = "sam@harbor-view.example.org"


@pytest.fixture
def week(cast, time_machine):
    """Luis was at the shelter from nine to two on three days; now it is Tuesday, a quarter past."""
    time_machine.move_to("2026-10-01T12:00:00Z")
    placement = start_internship(cast, cast.luis, cast.shelter)
    for day in ("06", "08", "13"):
        time_machine.move_to(f"2026-10-{day}T13:00:00Z")
        row = check_in(placement, goal="Walk Biscuit.", by=cast.as_("luis"))
        time_machine.move_to(f"2026-10-{day}T18:00:00Z")
        check_out(row, line="Biscuit walked me.", by=cast.as_("luis"))
    time_machine.move_to("2026-10-13T19:00:00Z")
    return placement


def test_sam_confirms_a_week_and_disputes_a_day_which_ana_settles(
    cast, week, screen, open_page, sign_in, mail_server, worker
):
    worker.strike()  # the day has ended: Sam is asked, once
    worker.strike()
    assert len([m for m in mail_server.to(SAM) if "/p/" in str(m)]) == 1
    link = mail_server.link(SAM)

    screen.goto(link)
    sees_only_what_is_needed(screen)
    dispute_the_first_day(screen)
    screen.get_by_role("button", name="All of these are right").click()
    expect(screen.get_by_text("Nothing is waiting for you.", exact=False)).to_be_visible()

    ana = sign_in(open_page(**PHONE), cast.ana)
    settle(ana)
    standing = {day.on: (day.standing, day.minutes) for day in Day.objects.order_by("on")}
    assert standing == {
        date(2026, 10, 6): ("confirmed", 180),
        date(2026, 10, 8): ("confirmed", 300),
        date(2026, 10, 13): ("confirmed", 300),
    }
    luis = sign_in(open_page(**PHONE), cast.luis)
    luis.goto(f"/harbor-view/days/{Day.objects.earliest('on').public_id}/")
    expect(luis.get_by_text("The bus left at noon.").first).to_be_visible()


def sees_only_what_is_needed(screen):
    """First name, schedule, goals, a number for emergencies. No family name, no mail, no age."""
    expect(screen.get_by_role("heading", level=1)).to_contain_text("Was Luis with you")
    expect(screen.get_by_text("Learn the morning round.")).to_be_visible()
    expect(screen.get_by_role("link", name="555 0100")).to_be_visible()
    page = screen.content()
    kept = [word for word in ("Diaz", "luis@", "2009", "401", "Rosa") if word in page]
    assert kept == []


def dispute_the_first_day(screen):
    screen.get_by_role("link", name=re.compile("Luis, .* 6 ")).click()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("6 October")
    screen.locator("summary", has_text="Change the times").click()
    screen.get_by_label("Left at").fill("08:00")
    screen.get_by_role("button", name="Save these times").click()
    expect(screen.get_by_text(re.compile("Enter a time after")).first).to_be_visible()
    screen.get_by_label("Left at").fill("12:00")
    screen.get_by_label("What should the school know?").fill("Luis left at noon.")
    screen.get_by_role("button", name="Save these times").click()
    expect(screen.get_by_text("Thank you. The school can see it.").first).to_be_visible()


def settle(ana):
    ana.goto("/harbor-view/")
    ana.get_by_role("link", name=re.compile("^Settle")).click()
    expect(ana.get_by_text("Luis left at noon.").first).to_be_visible()
    ana.get_by_label("Hours", exact=True).fill("3")
    ana.get_by_label(re.compile("^Minutes")).fill("0")
    ana.get_by_label("Why", exact=True).fill("The bus left at noon.")
    ana.get_by_role("button", name="Settle the day").click()
    expect(ana.get_by_text("3 h").first).to_be_visible()


def test_sam_answers_with_the_keyboard_only(cast, week, desk, mail_server, worker):
    worker.strike()
    desk.goto(mail_server.link(SAM))

    for _ in range(20):
        desk.keyboard.press("Tab")
        if "Yes" in desk.evaluate("document.activeElement.textContent"):
            break
    desk.keyboard.press("Enter")

    expect(desk.get_by_text("Thank you. The school can see it.").first).to_be_visible()
    assert Day.objects.filter(state="confirmed").count() == 1


def test_sam_answers_without_javascript(cast, week, open_page, mail_server, worker):
    worker.strike()
    plain = open_page(**PHONE, java_script_enabled=False)
    plain.goto(mail_server.link(SAM))

    plain.get_by_role("button", name="Yes, that’s right", exact=True).click()

    expect(plain.get_by_text("Thank you. The school can see it.")).to_be_visible()
    assert Day.objects.filter(state="confirmed").count() == 1


def test_sam_chooses_how_often_to_be_asked_and_by_which_way(
    cast, week, open_page, mail_server, worker
):
    worker.strike()
    plain = open_page(**PHONE, java_script_enabled=False)
    plain.goto(mail_server.link(SAM))

    plain.get_by_role("button", name="Only when something differs").click()
    expect(plain.get_by_text("Your word holds until")).to_be_visible()
    plain.get_by_role("button", name="Once a week").click()
    weekly = plain.get_by_role("button", name="Once a week")
    expect(weekly).to_have_attribute("aria-pressed", "true")
    plain.get_by_role("button", name="Text message").click()

    choice, reach = MentorChoice.objects.get(), Reach.objects.get()
    assert (choice.person, choice.rhythm, choice.word_on) == (cast.sam, "weekly", None)
    assert (reach.person, reach.daily) == (cast.sam, "sms")


def test_sam_stops_text_messages_from_the_foot_of_the_letter(
    cast, week, phone, mail_server, worker
):
    worker.strike()
    phone.goto(mail_server.link(SAM, "/reach/"))

    phone.get_by_role("button", name="Stop text messages").click()

    expect(phone.get_by_text("None is sent, not even about safety.")).to_be_visible()
    assert Reach.objects.get(person=cast.sam).texts_stopped_at is not None
