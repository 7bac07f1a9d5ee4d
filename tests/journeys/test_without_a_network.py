"""Jordan's phone without a network: nothing is lost, nothing counts twice, nothing goes astray."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from PIL import Image
from playwright.sync_api import expect

from kindling.accounts.models import Session
from kindling.attendance.models import Day, Entry
from kindling.journals.models import JournalEntry
from kindling.questions.models import Attachment
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/harbor-view/"
THERE = re.compile("Your advisor can see you’re there")  # said by the server only
SAVED = re.compile(r"Check-in saved on this phone at 9:\d\d AM. It will be sent.")
READY = """async () => {
  const kept = async () => (await (await caches.open("pocket-v1")).keys()).length;
  while (!navigator.serviceWorker.controller || !(await kept())) {
    await new Promise((done) => setTimeout(done, 50));
  }
}"""


@pytest.fixture
def pocketed(cast, open_page, sign_in, guard):
    """Jordan's phone after one visit: the worker is in place and the page for no network is kept."""
    guard.allow(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|status of (401|50\d)")
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    phone = sign_in(open_page(**PHONE), cast.luis)
    phone.goto(HOME)
    phone.evaluate(READY)
    return phone


def opened_again(page, sign_in, person):
    """The app closed and opened by this person: the page that stood there goes nowhere by itself."""
    page.goto("about:blank")
    sign_in(page, person)
    page.context.set_offline(False)
    page.goto(HOME)
    return page


def here(page):
    return page.get_by_role("button", name="I’m here")


def test_luis_comes_and_leaves_without_a_network(cast, pocketed):
    pocketed.context.set_offline(True)
    pocketed.reload()
    expect(pocketed.get_by_text("There is no network.")).to_be_visible()
    pocketed.get_by_label("What do you want to do").fill("Walk the dogs")
    here(pocketed).click()
    expect(pocketed.get_by_text(SAVED)).to_be_visible()
    expect(pocketed.get_by_text(re.compile("You’re checked in since 9:"))).to_be_visible()
    pocketed.reload()
    pocketed.get_by_label("A line about your day").fill("Five walks")
    pocketed.get_by_role("button", name="I’m leaving").click()
    expect(pocketed.get_by_text("Well done today")).to_be_visible()
    assert Day.objects.count() == 0

    pocketed.context.set_offline(False)

    expect(pocketed.get_by_text("“Five walks”")).to_be_visible()
    day = Day.objects.get()
    assert (day.goal, day.line, day.state) == ("Walk the dogs", "Five walks", "checked_out")
    assert [entry.kind for entry in day.entries.order_by("pk")] == ["check_in", "check_out"]


def saved(page):
    return page.get_by_text(SAVED)


def tap_offline(phone):
    phone.context.set_offline(True)
    phone.reload()
    here(phone).click()
    expect(saved(phone)).to_be_visible()


def test_two_tabs_make_one_check_in(cast, pocketed, guard):
    other = guard.watch(pocketed.context.new_page())
    other.goto(HOME)
    pocketed.context.set_offline(True)
    for tab in (pocketed, other):
        here(tab).click()
        expect(saved(tab)).to_be_visible()

    pocketed.context.set_offline(False)

    expect(pocketed.get_by_text(THERE)).to_be_visible()
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)


def test_an_answer_that_is_lost_on_the_way_counts_once(cast, pocketed):
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    pocketed.context.route("**/days/taps/", lose)
    here(pocketed).click()

    expect(pocketed.get_by_text(THERE)).to_be_visible()
    assert lost == [200]
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)


def test_a_session_that_ended_keeps_the_tap_and_asks(cast, pocketed, sign_in):
    tap_offline(pocketed)
    Session.objects.all().delete()
    pocketed.context.set_offline(False)

    expect(pocketed.get_by_role("link", name="Sign in to send it")).to_be_visible()
    expect(saved(pocketed)).to_be_visible()
    assert Day.objects.count() == 0

    opened_again(pocketed, sign_in, cast.luis)
    expect(pocketed.get_by_text(THERE)).to_be_visible()
    assert Entry.objects.values_list("by__given_name").get() == ("Luis",)


def test_another_student_on_the_same_phone_sends_nobody_elses_tap(cast, pocketed, sign_in):
    tap_offline(pocketed)
    opened_again(pocketed, sign_in, cast.maya)

    expect(pocketed.get_by_text("Somebody else’s check-in waits on this phone.")).to_be_visible()
    expect(pocketed.get_by_text("Harbor Animal Shelter")).to_have_count(0)
    assert Day.objects.count() == 0

    opened_again(pocketed, sign_in, cast.luis)
    expect(pocketed.get_by_text(THERE)).to_be_visible()
    assert Entry.objects.count() == 1


def test_signing_out_takes_the_page_off_the_phone_and_tells_what_waits(cast, pocketed):
    tap_offline(pocketed)
    pocketed.context.clear_cookies()
    pocketed.context.set_offline(False)
    pocketed.goto("/sign-in/")

    expect(pocketed.get_by_text("A check-in or check-out waits on this phone.")).to_be_visible()
    kept = pocketed.evaluate("async () => (await caches.keys()).includes('pocket-v1')")
    assert kept is False


@pytest.mark.parametrize(("north", "answer"), [(41.8301, "yes"), (41.93, "no")])
def test_only_yes_or_no_leaves_a_phone_that_allows_its_location(
    cast, open_page, sign_in, north, answer
):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    where = {"latitude": north, "longitude": -71.4, "accuracy": 20}
    phone = open_page(**PHONE, geolocation=where, permissions=["geolocation"])
    sent = []
    phone.on("request", lambda asked: sent.append(f"{asked.url} {asked.post_data or ''}"))
    sign_in(phone, cast.luis).goto(HOME)

    choice = phone.get_by_label("Let this phone say if I am at the place")
    expect(choice).not_to_be_checked()
    choice.check()
    expect(choice).to_be_enabled()  # the phone asked the school where the place is
    expect(choice).to_be_checked()
    here(phone).click()
    expect(phone.get_by_text(re.compile("You’re checked in since 9:"))).to_be_visible()

    assert Day.objects.get().at_site == answer
    assert [text for text in sent if str(north) in text or "71.4" in text] == []
    assert [f'"at_site":"{answer}"' in text for text in sent if "days/taps/" in text] == [True]


def test_a_photo_waits_on_the_phone_with_the_line(cast, pocketed, tmp_path):
    picture = tmp_path / "hawk.png"
    Image.new("RGB", (1800, 1200), "tan").save(picture)
    tap_offline(pocketed)
    pocketed.get_by_text("Add a photo or your voice").click()
    pocketed.get_by_label("Photo").set_input_files(picture)
    expect(pocketed.get_by_alt_text("Your photo")).to_be_visible()
    pocketed.get_by_label("A line about your day").fill("Held a hawk")
    pocketed.get_by_role("button", name="I’m leaving").click()
    expect(pocketed.get_by_text("Well done today")).to_be_visible()

    pocketed.context.set_offline(False)

    expect(pocketed.get_by_text("“Held a hawk”")).to_be_visible()
    photo = Attachment.objects.get()
    assert (photo.kind, photo.day.line, photo.by.first) == ("photo", "Held a hawk", "Luis")


def test_the_browser_sends_with_the_page_closed(cast, pocketed):
    """Background Sync: Chromium tells the worker, as it does when there is a network again."""
    blank = pocketed.context.new_page()
    tap_offline(pocketed)
    pocketed.close()
    tools = blank.context.new_cdp_session(blank)
    found = []
    tools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(told["registrations"]),
    )
    tools.send("ServiceWorker.enable")
    blank.wait_for_timeout(500)
    blank.context.set_offline(False)

    registration = found[0]
    origin = registration["scopeURL"].rstrip("/")
    asked = {"origin": origin, "registrationId": registration["registrationId"]}
    tools.send(
        "ServiceWorker.dispatchSyncEvent", asked | {"tag": "kindling-taps", "lastChance": False}
    )

    until = time.monotonic() + 10
    while not Entry.objects.exists() and time.monotonic() < until:
        blank.wait_for_timeout(100)
    assert Entry.objects.values_list("kind", "by__given_name").get() == ("check_in", "Luis")


def test_luis_writes_in_his_journal_without_a_network(cast, pocketed):
    pocketed.context.set_offline(True)
    pocketed.reload()
    pocketed.get_by_text("Write in your journal").click()
    pocketed.get_by_label("Your words").fill("The tide was out.")
    pocketed.get_by_role("button", name="Keep it").click()
    expect(pocketed.get_by_text("No network. Your words are kept")).to_be_visible()
    pocketed.goto("about:blank")
    pocketed.context.set_offline(False)

    pocketed.goto(HOME)
    pocketed.get_by_role("link", name="Words in your journal wait to be sent").click()

    expect(pocketed.get_by_text("Kept. Your advisor reads it.")).to_be_visible()
    assert [one.text for one in JournalEntry.objects.all()] == ["The tide was out."]
