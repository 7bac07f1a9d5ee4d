"""J3 whole: a site, what is asked, who is reminded, a name on a phone, certificates, a start."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.agreements.models import Agreement
from kindling.agreements.tests.signing import make_template
from kindling.clearance.models import Proof
from kindling.placements.models import Placement
from kindling.placements.tests.factories import make_ready
from kindling.sites.models import Opportunity
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NORA, ROSA = "nora@corner-bakery.example.org", "rosa@harbor-view.example.org"
CHEN, ANA = "chen@harbor-view.example.org", "ana@harbor-view.example.org"
HOME = "/harbor-view/"
PDF = {"name": "cover.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}


def test_chen_brings_a_site_to_its_first_student(
    cast, screen, open_page, sign_in, mail_server, worker, settings, tmp_path, time_machine
):
    settings.MEDIA_ROOT = tmp_path
    make_template(cast.as_("chen"))
    chen, ana = sign_in(screen, cast.chen), sign_in(open_page(), cast.ana)
    add_a_site(chen)
    follow_a_pack(chen)
    place = Opportunity.objects.get(title="Baker’s helper")
    pursuit = make_ready(cast, cast.luis, place)
    paper = f"{HOME}clearance/{cast.luis.public_id}/{place.public_id}/"
    try_to_start(ana, pursuit)
    assert Placement.objects.count() == 0

    put_on_file(chen, paper)
    add_certificates(chen)
    ask_for_names(chen)
    worker.drain()
    sign_on_phones(cast, chen, open_page, sign_in, mail_server)
    chen.goto(f"{HOME}clearance/")
    chen.get_by_role("button", name="Remind everybody who must act").click()
    expect(chen.get_by_text("3 people reminded.")).to_be_visible()
    worker.drain()
    family_hands_in(open_page(**PHONE), mail_server.link(ROSA))
    mentor_hands_in(open_page(**PHONE), mail_server.link(NORA))
    student_hands_in(sign_in(open_page(**PHONE), cast.luis), paper)
    check_everything(chen)

    chen.goto(paper)
    expect(chen.get_by_text("Ready. Nothing stands in the way.")).to_be_visible()
    expect(chen.get_by_text("The site").last).to_be_visible()  # carries workers' compensation
    start(ana, pursuit)
    hear_what_runs_out(mail_server, worker, time_machine)
    sign_in(chen, cast.chen).goto(f"{HOME}clearance/?show=running")
    expect(chen.get_by_role("link", name="Luis Diaz")).to_be_visible()
    assert Placement.objects.get().state == "active"


def add_a_site(chen):
    chen.goto(f"{HOME}places/add/")
    chen.get_by_label("Business or organisation").fill("Corner Bakery")
    chen.get_by_label("What students do there").fill("Baker’s helper")
    chen.get_by_label("Food", exact=False).first.check()
    for day in ("Tuesday", "Thursday"):
        chen.get_by_label(day).check()
    chen.locator("[name=starts_at]").fill("09:00")
    chen.locator("[name=ends_at]").fill("14:00")
    chen.get_by_label("Street and number").fill("3 Mill Street")
    chen.get_by_label("City").fill("Providence")
    chen.get_by_role("button", name="Save the place").click()
    chen.get_by_role("link", name="Add a mentor").click()
    chen.get_by_label("First name").fill("Nora")
    chen.get_by_label("Last name").fill("Bell")
    chen.get_by_label("E-mail").fill(NORA)
    chen.get_by_label("Leads the mentors here").check()
    chen.get_by_role("button", name="Save the mentor").click()
    expect(chen.get_by_role("complementary").get_by_text("Nora Bell").first).to_be_visible()


def follow_a_pack(chen):
    chen.goto(f"{HOME}clearance/rules/")
    chen.locator("#pack-practice-1").check()
    chen.get_by_role("button", name="Save the packs").click()
    expect(chen.get_by_role("link", name="Site safety visit")).to_be_visible()


def try_to_start(ana, pursuit):
    ana.goto(f"{HOME}pursuits/{pursuit.public_id}/start/")
    for item in ("Agreement", "Family’s permission", "Insurance", "Hazard screen", "Travel plan"):
        expect(ana.get_by_role("listitem").filter(has_text=item).first).to_be_visible()
    ana.get_by_role("button", name="Start the internship").click()
    expect(ana.get_by_text("Not ready yet.", exact=False).first).to_be_visible()


def hand_in(page, paper, item):
    page.goto(f"{paper}{item}/?stage=internship")


def put_on_file(chen, paper):
    """What the coordinator knows: the check's outcome, the visit, and what nobody does there."""
    good = chen.get_by_role("button", name="It is good: put it on file")
    hand_in(chen, paper, "check")
    chen.get_by_role("radio", name="Clear", exact=True).check()
    chen.get_by_label("Which check, and by whom").fill("State police")
    chen.get_by_label("Good until").fill("2026-12-20")
    good.click()
    hand_in(chen, paper, "visit")
    for radio in chen.get_by_role("radio", name="Yes").all():
        radio.check()
    chen.get_by_label("When, and who was there").fill("9 October, Nora and I")
    good.click()
    hand_in(chen, paper, "hazards")
    for radio in chen.get_by_role("radio", name="No", exact=True).all():
        radio.check()
    good.click()
    expect(chen.get_by_text("3 of 9 are good")).to_be_visible()


def add_certificates(chen):
    for kind in ("Liability insurance", "Workers’ compensation"):
        chen.goto(f"{HOME}agreements/certificates/add/")
        chen.get_by_label("Whose is it?").select_option(label="Corner Bakery")
        chen.get_by_role("radio", name=kind).check()
        chen.get_by_label("First day").fill("2026-01-01")
        chen.get_by_label("Last day").fill("2026-12-31")
        chen.locator("input[type=file]").set_input_files(PDF)
        chen.get_by_role("button", name="Keep the certificate").click()
    expect(chen.get_by_text("31 December", exact=False).first).to_be_visible()


def ask_for_names(chen):
    chen.goto(f"{HOME}agreements/")
    chen.get_by_role("link", name="Make it for Luis").click()
    chen.get_by_role("button", name="Make it and ask everybody to sign").click()
    expect(chen.get_by_text("Everybody who signs was asked.")).to_be_visible()


def sign_on_phones(cast, chen, open_page, sign_in, mail_server):
    for who in (ROSA, NORA):
        phone = open_page(**PHONE)
        phone.goto(mail_server.link(who))
        give_name(phone)
    luis = sign_in(open_page(**PHONE), cast.luis)
    luis.goto(f"{HOME}agreements/mine/")
    luis.get_by_role("link", name="Internship agreement").click()
    give_name(luis)
    chen.reload()
    chen.get_by_role("link", name="Read and sign").click()
    give_name(chen)
    assert Agreement.objects.get().state == "complete"


def give_name(page):
    page.locator("#id_agrees").check()
    page.locator("#sign button[type=submit]").click()
    expect(page.locator("#sign")).to_have_count(0)


def family_hands_in(rosa, link):
    """Permission and the emergency form, in Spanish, one after the other."""
    rosa.goto(link)
    rosa.locator("[name=q_yes]").check()
    rosa.locator("[name=q_name]").fill("Rosa Diaz")
    rosa.locator("form:has([name=q_name]) button[type=submit]").click()
    expect(rosa.locator("[name=q_yes]")).to_have_count(0)
    rosa.locator("[name=q_on_file]").check()
    rosa.locator("form:has([name=q_on_file]) button[type=submit]").click()
    expect(rosa.locator("[name=q_on_file]")).to_have_count(0)


def mentor_hands_in(nora, link):
    nora.goto(link)
    for name in ("conduct", "private", "copied", "alone"):
        nora.locator(f"[name=q_{name}]").check()
    nora.get_by_role("button", name="Hand it in").click()
    expect(nora.get_by_text("All done")).to_be_visible()


def student_hands_in(luis, paper):
    hand_in(luis, paper, "travel")
    luis.get_by_role("radio", name="Bus or train", exact=True).check()
    luis.get_by_role("radio", name="A bus or train pass").check()
    luis.get_by_role("radio", name="Yes", exact=True).check()
    luis.get_by_label("What if that fails one day?").fill("My mother drives.")
    luis.get_by_role("button", name="Hand it in").click()
    expect(luis.get_by_text("Handed in").first).to_be_visible()


def check_everything(chen):
    for proof in Proof.objects.filter(state="submitted").order_by("pk"):
        chen.goto(f"{HOME}clearance/handed/{proof.public_id}/")
        chen.get_by_role("button", name="Yes, it is good").click()
        expect(chen.get_by_role("button", name="Yes, it is good")).to_have_count(0)
    assert not Proof.objects.filter(state="submitted").exists()


def start(ana, pursuit):
    ana.goto(f"{HOME}pursuits/{pursuit.public_id}/start/")
    ana.get_by_label("Mentor").select_option(label="Nora Bell")
    ana.get_by_role("button", name="Start the internship").click()
    ana.wait_for_url(re.compile("/placements/"))


def hear_what_runs_out(mail_server, worker, time_machine):
    """A month before the check's last day both are told; after it, and nothing ends by itself."""
    time_machine.move_to("2026-11-24T15:00:00Z")
    worker.strike()
    for who in (CHEN, ANA):
        assert heard(mail_server, who, "Runs out on Sunday 20 December: Mentor’s background check")
    time_machine.move_to("2026-12-21T15:00:00Z")
    worker.strike()
    assert heard(mail_server, CHEN, "Ran out: Mentor’s background check")


def heard(mail_server, who, subject):
    return any(subject in str(message["Subject"]) for message in mail_server.to(who))
