"""Jordan's phone without a network: nothing is lost, nothing counts twice, nothing goes astray."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from kindling.attendance.models import Day
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/harbor-view/"
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
