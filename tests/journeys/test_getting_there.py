"""A timetable and a map come in by the browser; a student looks from a stop and from a point."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.sites.tests.conftest import at
from kindling.travel.tests.feeds import FAR_AWAY, HARBOR_END, zipped
from kindling.travel.tests.maps import a_map
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_the_file_to_the_minutes(cast, desk, open_page, sign_in, worker, live_server):
    at(cast.clinic, HARBOR_END)
    at(cast.shelter, FAR_AWAY)
    chen = sign_in(desk, cast.chen)
    hand_in(chen, live_server.url, worker)

    maya = sign_in(open_page(**PHONE, java_script_enabled=False), cast.maya)
    maya.goto(f"{live_server.url}/harbor-view/places/{cast.shelter.public_id}/")
    expect(maya.get_by_text("Needs a car", exact=True)).to_be_visible()
    maya.goto(f"{live_server.url}/harbor-view/places/from/")
    maya.get_by_label("Stop or station").fill("Harbor End")
    maya.get_by_role("button", name="Show the minutes").click()
    expect(maya.get_by_text("1 more place needs a car from there.")).to_be_visible()
    assert maya.url == f"{live_server.url}/harbor-view/places/from/#results"

    luis = sign_in(open_page(**PHONE), cast.luis)
    luis.goto(f"{live_server.url}/harbor-view/places/from/")
    luis.get_by_text("A point on the map").click()
    luis.get_by_role("button", name="Take the middle of the map").click()
    expect(luis.get_by_label("Latitude")).to_have_value(re.compile(r"41\.820"))
    luis.get_by_role("button", name="Show the minutes").click()
    expect(luis.get_by_text(re.compile("about 2[01] min"))).to_be_visible()


def hand_in(chen, url, worker):
    """Chen hands in the timetable, waits until it is read, uses it, and puts in the map."""
    chen.goto(f"{url}/harbor-view/travel/")
    file = {"name": "town.zip", "mimeType": "application/zip", "buffer": zipped()}
    chen.get_by_label("GTFS file").set_input_files(file)
    chen.get_by_role("button", name="Look at the file").click()
    expect(chen.get_by_text("The file is being read")).to_be_visible()
    worker.drain()
    chen.get_by_role("button", name="Use this timetable").click()
    expect(chen.get_by_text("Town Buses")).to_be_visible()
    worker.drain()
    file = {"name": "town.pmtiles", "mimeType": "application/octet-stream", "buffer": a_map()}
    chen.get_by_label("Map of your town").set_input_files(file)
    chen.get_by_role("button", name="Put in the map").click()
    expect(chen.get_by_text("The map is in.")).to_be_visible()
    chen.goto(f"{url}/harbor-view/places/map/")
    chen.get_by_role("button", name="Animal care assistant").focus()
    chen.keyboard.press("Enter")
    expect(chen.locator(".leaflet-popup").get_by_role("link")).to_have_count(1)
