"""J1, steps 1 and 3: a newcomer is enrolled, signs in from a letter and writes an interest."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.interests.models import Interest
from kindling.people.models import Student

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NIA = "nia@harbor-view.example.org"


def test_priya_enrols_nia_who_signs_in_from_a_letter_and_writes_an_interest(
    cast, desk, screen, sign_in, mail_server, worker
):
    enrol(sign_in(desk, cast.priya))
    invite_the_guardian(desk)
    worker.drain()
    come_in(screen, mail_server, worker)
    sees_only_herself(screen, cast)
    write_an_interest(screen)

    interest = Interest.objects.get()
    assert (interest.words, interest.is_shared) == ("Why cats purr", True)


def enrol(desk):
    desk.goto("/harbor-view/roster/")
    desk.get_by_role("link", name="Enrol a student").click()
    desk.get_by_label("First name, or the only name").fill("Nia")
    desk.get_by_label(re.compile("^Family name(?! they)")).fill("O’Brien-Núñez")
    desk.get_by_label(re.compile("^E-mail")).fill(NIA)
    desk.get_by_label("Birthday").fill("1912-05-04")
    desk.get_by_label("Advisory").select_option(label="Tide")
    desk.get_by_role("button", name="Enrol this student").click()
    # The page moves to what is wrong once its script is there; a tap before that may miss.
    expect(desk.locator("[data-problems]")).to_be_focused()
    expect(desk.get_by_text("Check the year").first).to_be_visible()
    desk.get_by_label("Birthday").fill("2012-05-04")
    desk.get_by_role("button", name="Enrol this student").click()
    expect(desk.get_by_role("heading", name="Nia O’Brien-Núñez")).to_be_visible()
    desk.get_by_role("button", name="Invite by e-mail").click()
    desk.wait_for_load_state()


def invite_the_guardian(desk):
    desk.get_by_role("link", name="Add a guardian").click()
    desk.get_by_label("First name, or the only name").fill("Pilar")
    desk.get_by_label(re.compile("^Family name(?! they)")).fill("Núñez")
    desk.get_by_label(re.compile("^E-mail")).fill("pilar@families.example.org")
    desk.get_by_label("Language they read").select_option("es")
    desk.get_by_role("button", name=re.compile("guardian")).click()
    desk.get_by_role("link", name="Pilar Núñez").click()
    desk.get_by_role("button", name="Invite by e-mail").click()
    desk.wait_for_load_state()


def come_in(screen, mail_server, worker):
    """The letter leads to a page that sends a link; the link signs in with one tap more."""
    [letter] = mail_server.to("pilar@families.example.org")
    assert "Hola, Pilar" in letter.get_body(("plain",)).get_content()
    screen.goto(mail_server.link(NIA, "/sign-in/"))
    screen.get_by_label(re.compile("e-mail", re.IGNORECASE)).fill(NIA)
    screen.get_by_role("button", name="Send me a link").click()
    expect(screen.get_by_role("heading", name="Look into your mail")).to_be_visible()
    worker.drain()
    screen.goto(mail_server.link(NIA, "/sign-in/link/"))
    screen.get_by_role("button", name="Sign in").click()
    screen.wait_for_url(re.compile("/harbor-view/$"))
    expect(screen.get_by_role("heading", name="Hello Nia")).to_be_visible()


def sees_only_herself(screen, cast):
    nia = Student.objects.get(person__given_name="Nia")
    own = screen.goto(f"/harbor-view/students/{nia.public_id}/")
    other = screen.request.get(f"/harbor-view/students/{cast.luis.public_id}/")
    assert (own.status, other.status) == (200, 404)


def write_an_interest(screen):
    screen.goto("/harbor-view/interests/")
    screen.get_by_role("link", name="Write one down").first.click()
    screen.get_by_label("What are you curious about").fill("Why cats purr")
    screen.get_by_label(re.compile("^Why")).fill("Ours does it when she is ill, too.")
    screen.get_by_role("button", name="Save the interest").click()
    screen.get_by_role("link", name="Why cats purr").click()
    expect(screen.get_by_text("Only you", exact=True)).to_be_visible()
    screen.get_by_role("button", name="Share it").click()
    expect(screen.get_by_text("Shared", exact=True)).to_be_visible()
