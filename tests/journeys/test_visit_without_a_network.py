"""Ana stands in a workshop without a network: her note is kept, arrives later, and arrives once."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.outreach.models import Contact
from kindling.visits.models import Visit
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/harbor-view/visits/note/"
NAMES = "async () => (await caches.keys()).filter((name) => name.startsWith('visits-')).sort()"
READY = """async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
}"""


@pytest.fixture
def kept(cast, open_page, sign_in, guard):
    """Ana's phone with the page of notes kept on it."""
    guard.allow(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|status of (401|50\d)")
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 9, 8))
    phone = sign_in(open_page(**PHONE), cast.ana)
    phone.goto(PAGE)
    phone.get_by_role("button", name="Keep it on this phone").click()
    expect(phone.get_by_text("Kept.")).to_be_visible()
    phone.reload()
    phone.evaluate(READY)
    return phone


def test_ana_notes_a_visit_without_a_network(cast, kept):
    kept.context.set_offline(True)
    kept.reload()
    expect(kept.get_by_text("No network. What you write is kept on this phone.")).to_be_visible()
    expect(kept.get_by_role("link", name="555 0142")).to_be_visible()
    kept.get_by_role("checkbox", name="The student").check()
    kept.get_by_label("What did you see them do?").fill("Feeds the cats.")
    kept.get_by_role("button", name="Save the note").click()
    expect(kept.get_by_text("Saved on this phone.")).to_be_visible()
    expect(kept.get_by_label("What did you see them do?")).to_have_value("")
    assert Visit.objects.count() == 0
    kept.reload()
    expect(kept.get_by_text(re.compile("Waiting on this phone: 1"))).to_be_visible()

    kept.context.set_offline(False)

    expect(kept.get_by_text("Sent. The school has the note.")).to_be_visible()
    kept.reload()
    visit = Visit.objects.get()
    assert (visit.by, visit.student, visit.tasks, visit.with_student) == (
        cast.ana, cast.luis, "Feeds the cats.", True,
    )  # fmt: skip
    assert Contact.objects.count() == 1


def test_a_note_that_cannot_be_taken_comes_back_into_the_form(kept):
    kept.context.set_offline(True)
    kept.reload()
    kept.get_by_label("When was it").fill("2026-12-01")
    kept.get_by_label("What did you see them do?").fill("Feeds the cats.")
    kept.get_by_role("button", name="Save the note").click()
    expect(kept.get_by_text("Saved on this phone.")).to_be_visible()

    kept.context.set_offline(False)
    expect(kept.get_by_text("Choose today or an earlier day.")).to_be_visible()
    kept.get_by_role("button", name="Open it in the form again").click()
    expect(kept.get_by_label("What did you see them do?")).to_have_value("Feeds the cats.")
    kept.get_by_label("When was it").fill("2026-10-13")
    kept.get_by_role("button", name="Save the note").click()

    expect(kept.get_by_text("Sent. The school has the note.")).to_be_visible()
    assert Visit.objects.get().tasks == "Feeds the cats."


def test_signing_out_takes_the_page_off_the_phone(kept):
    assert kept.evaluate(NAMES) == ["visits-static", "visits-v1"]

    kept.evaluate("document.querySelector('form[action=\"/sign-out/\"]').requestSubmit()")
    kept.wait_for_url("**/sign-in/**")

    assert kept.evaluate(NAMES) == []


def test_a_note_that_was_refused_is_nobody_elses_to_open(cast, kept, sign_in):
    kept.context.set_offline(True)
    kept.reload()
    kept.get_by_label("When was it").fill("2026-12-01")
    kept.get_by_label("What did you see them do?").fill("Feeds the cats.")
    kept.get_by_role("button", name="Save the note").click()
    expect(kept.get_by_text("Saved on this phone.")).to_be_visible()
    kept.context.set_offline(False)
    expect(kept.get_by_text("Choose today or an earlier day.")).to_be_visible()

    sign_in(kept, cast.chen).goto(PAGE)
    expect(kept.get_by_label("When was it")).to_be_visible()
    kept.evaluate("document.querySelector('visit-note').again()")

    expect(kept.get_by_label("What did you see them do?")).to_have_value("")
