"""The page a student's phone keeps for when there is no network."""

from __future__ import annotations

import html
import json
import re

import pytest

from kindling.attendance.actions import check_in
from kindling.attendance.tests.placed import Statements, close, date, make_placement

POCKET = "/harbor-view/days/pocket/"


@pytest.fixture
def placement(cast):
    make_placement(cast.luis, cast.shelter, cast.sam)  # nobody else's day is in Jordan's pocket
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def days_in(page) -> list[dict[str, str]]:
    found = re.search(r'data-days="(.*?)"', page.content.decode())
    return json.loads(html.unescape(found[1]))


def test_two_weeks_of_ones_own_days(cast, client_of, placement):
    close(cast.school, date(2026, 10, 15))

    page = client_of("jordan").get(POCKET)

    days = days_in(page)
    assert [day["on"] for day in days] == ["2026-10-13", "2026-10-20", "2026-10-22", "2026-10-27"]
    assert {day["placement"] for day in days} == {placement.public_id}
    assert days[0]["title"] == "Today you’re at Bayside Animal Clinic"
    assert page["X-Kindling-Pocket"] == cast.jordan.person.public_id


def test_it_knows_what_was_said_today(cast, client_of, placement):
    check_in(placement, by=cast.as_("jordan"))

    first = days_in(client_of("jordan").get(POCKET))[0]

    assert (first["step"], first["mode"]) == ("here", "on_site")


def test_todays_page_says_whose_it_is(cast, client_of, placement):
    whose = [client_of(n).get("/harbor-view/").get("X-Kindling-Pocket") for n in ["jordan", "ana"]]

    assert whose == [cast.jordan.person.public_id, None]


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "liam"])
def test_only_students_have_one(client_of, placement, name):
    assert client_of(name).get(POCKET).status_code == 403


def test_it_costs_five_statements(client_of, placement):
    client = client_of("jordan")
    client.get(POCKET)

    with Statements() as sent:
        client.get(POCKET)

    # session, viewer; internships, timetable, days
    assert sent.count == 5
