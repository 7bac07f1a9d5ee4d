"""The server is killed while a check-in is on its way. Production build, real processes."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import PHONE
from tests.journeys.test_without_a_network import READY

pytestmark = [pytest.mark.browser]
SCHOOL = """
from datetime import date, time, timedelta
from django.test import Client
from kindling.attendance.tests.placed import make_placement
from kindling.schools.models import SchoolYear, Term
from tests.cast import make_cast

cast = make_cast()
today = cast.school.today()
span = {"starts_on": today - timedelta(days=60), "ends_on": today + timedelta(days=60)}
Term.objects.filter(school=cast.school).delete()
SchoolYear.objects.filter(school=cast.school).update(**span)
make_placement(
    cast.jordan, cast.clinic, cast.sam, weekdays=range(7), starts_at=time(0), ends_at=time(23, 59),
    starts_on=today - timedelta(days=30),
)
client = Client()
client.force_login(cast.user("jordan"))
print(client.cookies["sessionid"].value)
"""
ENTRIES = "SELECT kind, tap IS NOT NULL FROM attendance_entry"


@pytest.fixture
def cookie(place):
    """A school in which Jordan is expected all day, today, and Jordan's session."""
    return place.shell(SCHOOL).split()[-1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(place, port: int):
    words = ("--port", str(port), "--no-work", "--workers", "1")
    server = place.start("serve", *words)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("localhost", port)):
            return server
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def family_of(pid: int) -> list[int]:
    """The process and all that it started, oldest first."""
    found, parents = [pid], {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def test_a_check_in_on_its_way_survives_the_server(place, cookie, browser):
    port = free_port()
    server = start(place, port)
    home = f"http://localhost:{port}"
    context = browser.new_context(**PHONE, base_url=home, locale="en-US")
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": home}])
    phone = context.new_page()
    phone.goto("/harbor-view/")
    phone.evaluate(READY)

    phone.get_by_label("What do you want to do").fill("Weigh the cats")
    family = family_of(server.pid)
    for pid in family:
        os.kill(pid, signal.SIGSTOP)
    phone.get_by_role("button", name="I’m here").click(no_wait_after=True)
    time.sleep(1)
    for pid in family:
        os.kill(pid, signal.SIGKILL)
    server.wait()

    expect(phone.get_by_text(re.compile("Check-in saved on this phone at"))).to_be_visible()
    phone.reload()
    expect(phone.get_by_text(re.compile("You’re checked in since"))).to_be_visible()
    assert place.ask(ENTRIES) == []

    start(place, port)
    phone.reload()
    expect(phone.get_by_text(re.compile("Your advisor can see you’re there"))).to_be_visible()
    expect(phone.get_by_text("Goal for today: Weigh the cats")).to_be_visible()
    assert place.ask(ENTRIES) == [("check_in", 1)]
    context.close()
