"""A bakery offers a place by its phone, and a thank-you comes back a year later: nobody signs up."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.attendance.models import Hours
from kindling.outreach.actions import open_form
from kindling.placements.models import Placement
from kindling.schools.models import Term
from kindling.sites.models import Opportunity
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_stranger_offers_and_the_coordinator_adds_it(cast, open_page, desk, sign_in, mail_server):
    form = open_form(by=cast.as_("chen"))
    stranger = open_page(**PHONE, java_script_enabled=False)
    stranger.goto(f"/offer/{form.key}/")
    stranger.get_by_label("Your business or workplace").fill("Corner Bakery")
    stranger.get_by_label("Your name").fill("Marta Ruiz")
    stranger.get_by_label("E-mail").fill("marta@bakery.example.org")
    stranger.wait_for_timeout(3100)  # nobody is faster
    stranger.get_by_role("button", name="Send the offer").click()
    expect(stranger.get_by_role("heading", name="Thank you")).to_be_visible()

    sign_in(desk, cast.chen).goto("/harbor-view/outreach/offers/")
    desk.get_by_role("link", name="Corner Bakery").click()
    desk.get_by_label("What students do there").fill("Baker")
    desk.get_by_label("Food and hospitality").check()
    desk.get_by_role("button", name="Add them").click()

    expect(desk.get_by_text("Call Marta Ruiz")).to_be_visible()
    assert Opportunity.objects.get(title="Baker").state == "open"
    assert [mail["Subject"] for mail in mail_server.to("marta@bakery.example.org")] == [
        "Thank you for your offer to Harbor View"
    ]


def test_jordan_thanks_sam_together_with_ana(cast, screen, open_page, sign_in, mail_server):
    placement = start_internship(cast, cast.jordan, cast.shelter)
    Placement.objects.filter(pk=placement.pk).update(state="ended", ends_on="2026-10-12")
    Hours.objects.update_or_create(
        placement=placement, term=Term.of(cast.school)[0],
        defaults={"school": cast.school, "student": cast.jordan, "confirmed": 600},
    )  # fmt: skip
    sign_in(screen, cast.jordan.person).goto(f"/harbor-view/placements/{placement.public_id}/")
    screen.get_by_role("link", name="Thank Sam").click()
    screen.get_by_label("Your words").fill("You let me hold the cat.")
    screen.get_by_role("button", name="Hand it in").click()

    ana = open_page(**PHONE)
    sign_in(ana, cast.ana).goto("/harbor-view/thanks/")
    ana.get_by_role("link", name="Sam Ito").click()
    ana.get_by_label("A line from you").fill("They talk of it daily.")
    ana.get_by_role("button", name="Send the letter").click()

    sam = open_page(**PHONE, java_script_enabled=False)
    sam.goto(mail_server.link(cast.sam.email))
    expect(sam.get_by_text("You let me hold the cat.")).to_be_visible()
    expect(sam.get_by_text("You have given 10 hours")).to_be_visible()
