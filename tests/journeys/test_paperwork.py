"""J2.10-11, J3.4-8: a start waits for what must be there, everybody hands in theirs, then it goes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.clearance.models import Proof
from kindling.clearance.tests.handed import ask_for
from kindling.placements.models import Placement
from kindling.placements.tests.factories import make_ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PDF = {"name": "cover.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}
HTML = {"name": "cover.pdf", "mimeType": "application/pdf", "buffer": b"<html></html>"}


def test_luis_starts_once_everything_is_there(
    cast, screen, open_page, sign_in, mail_server, worker, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    ask_for(cast, "check", "consent", "insurance")
    pursuit = make_ready(cast, cast.luis, cast.shelter)
    chen, ana = sign_in(screen, cast.chen), sign_in(open_page(), cast.ana)
    start = f"/harbor-view/pursuits/{pursuit.public_id}/start/"

    ana.goto(start)
    for item in ("Mentor’s background check", "Family’s permission", "Insurance"):
        expect(ana.get_by_role("listitem").filter(has_text=item)).to_be_visible()
    ana.get_by_label("Mentor").select_option(label="Sam Ito")
    ana.get_by_role("button", name="Start the internship").click()
    expect(
        ana.get_by_text("Not ready yet. Family’s permission: missing. Rosa Diaz has it now.").first
    ).to_be_visible()
    assert Placement.objects.count() == 0

    put_on_file(chen)
    worker.drain()
    assert ask_family(open_page, mail_server, cast, chen, worker) is True
    check_consent(chen)

    ana.goto(start)
    ana.get_by_label("Mentor").select_option(label="Sam Ito")
    ana.get_by_role("button", name="Start the internship").click()
    ana.wait_for_url(re.compile("/placements/"))
    assert Placement.objects.get().student == cast.luis


def open_luis(chen):
    chen.goto("/harbor-view/clearance/")
    chen.get_by_role("link", name="Luis Diaz").click()


def hand_in(chen, item):
    row = chen.get_by_role("listitem").filter(has=chen.get_by_text(item, exact=True))
    row.get_by_role("link", name="Hand in").click()


def put_on_file(chen):
    """The outcome of the check, then the certificate: first one that is none."""
    open_luis(chen)
    hand_in(chen, "Mentor’s background check")
    chen.get_by_role("radio", name="Clear", exact=True).check()
    chen.get_by_label("Which check, and by whom").fill("State police")
    chen.get_by_label("Good until").fill("2027-10-01")
    chen.get_by_role("button", name="It is good: put it on file").click()

    hand_in(chen, "Insurance and workers’ compensation")
    for question in ("Who carries liability insurance?", "Who carries workers’ compensation?"):
        chen.get_by_role("group", name=question).get_by_role("radio", name="The site").check()
    chen.get_by_label("Good until").fill("2027-10-01")
    chen.locator("input[type=file]").set_input_files(HTML)
    chen.get_by_role("button", name="It is good: put it on file").click()
    expect(chen.get_by_text("This is no PDF and no picture we can read.").first).to_be_visible()
    chen.locator("input[type=file]").set_input_files(PDF)
    chen.get_by_role("button", name="It is good: put it on file").click()
    expect(chen.get_by_text("2 of 3 are good")).to_be_visible()
    assert Proof.objects.filter(state="verified").count() == 2


def ask_family(open_page, mail_server, cast, chen, worker):
    """One button reminds; Rosa opens the link on her phone and says yes."""
    chen.goto("/harbor-view/clearance/")
    chen.get_by_role("button", name="Remind everybody who must act").click()
    expect(chen.get_by_text("1 person reminded.")).to_be_visible()
    worker.drain()
    rosa = open_page(viewport={"width": 390, "height": 844})
    rosa.goto(mail_server.link(cast.rosa.email))
    rosa.locator("[name=q_yes]").check()
    rosa.locator("[name=q_name]").fill("Rosa Diaz")
    rosa.locator("form:has([name=q_name]) button[type=submit]").click()
    expect(rosa.locator("[name=q_yes]")).to_have_count(0)
    return Proof.objects.filter(item="consent", handed_by=cast.rosa).exists()


def check_consent(chen):
    open_luis(chen)
    row = chen.get_by_role("listitem").filter(has=chen.get_by_text("Family’s permission"))
    row.get_by_role("link", name="Look").click()
    chen.get_by_role("button", name="Yes, it is good").click()
    expect(chen.get_by_text("Ready. Nothing stands in the way.")).to_be_visible()
