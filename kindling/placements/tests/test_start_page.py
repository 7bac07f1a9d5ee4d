"""The one screen on which an internship starts."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from kindling.placements.models import Placement
from kindling.placements.tests.factories import (
    make_pursuit,
    make_ready,
)
from kindling.schedule.actions import add_week, plan_days, set_anchor
from kindling.schedule.blocks import BlockPlan

TODAY = date(2026, 10, 13)


def address(pursuit):
    return f"/harbor-view/pursuits/{pursuit.public_id}/start/"


def said(cast, **differs):
    """What the form sends for Tuesdays and Thursdays, 9 to 14."""
    times = {f"from_{n}": "09:00" for n in range(7)} | {f"to_{n}": "14:00" for n in range(7)}
    usual = {"mentor": cast.sam.public_id, "starts_on": "2026-10-13", "ends_on": ""}
    return times | usual | {"day_1": "on", "day_3": "on", "goals": "Animals."} | differs


def test_the_screen_is_filled_in_already(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    page = client_of("ana").get(address(pursuit)).text

    assert 'name="starts_on" required value="2026-10-13"' in page
    assert "Learn to handle animals." in page
    assert page.count("checked") == 2
    assert page.count("Not an internship day here") == 5


def test_the_screen_starts_it(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    answer = client_of("ana").post(address(pursuit), said(cast))

    placement = Placement.objects.get()
    assert (answer.status_code, answer.url) == (
        302,
        f"/harbor-view/placements/{placement.public_id}/",
    )
    assert placement.goals == "Animals."


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        ({"day_1": "", "day_3": ""}, "Choose at least one weekday."),
        ({"to_1": "08:00"}, "Choose a time after 9:00"),
        ({"to_1": ""}, "Say from when until when."),
        ({"from_1": ""}, "Say from when until when."),
        ({"from_1": "soon"}, "Enter a valid time."),
        ({"ends_on": "2026-10-01"}, "Choose a last day on or after the first day."),
        ({"starts_on": "2026-01-01"}, "Choose a first day within the last 60 days, or later."),
        ({"mentor": "nobody"}, "Choose a mentor who works at this site."),
        ({"mentor": ""}, "Choose a mentor."),
    ],
)
def test_the_screen_says_what_to_mend(cast, client_of, differs, sentence):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    answer = client_of("ana").post(address(pursuit), said(cast, **differs))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert Placement.objects.count() == 0


def test_a_stranger_in_the_form_is_no_choice(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    answer = client_of("ana").post(address(pursuit), said(cast, mentor=cast.otto.public_id))

    assert answer.status_code == 422
    assert "Otto" not in answer.text


def test_starting_twice_on_the_screen_is_a_409(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    client = client_of("ana")
    client.post(address(pursuit), said(cast))

    assert client.post(address(pursuit), said(cast)).status_code == 409
    assert client.get(address(pursuit)).status_code == 200
    assert Placement.objects.count() == 1


def test_the_doors(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    names = ["maya", "jordan", "ana", "chen", "dana", "priya", "rosa", "liam", "otto"]
    found = {name: client_of(name).get(address(pursuit)).status_code for name in names}

    assert found == {
        "maya": 403, "jordan": 404, "ana": 200, "chen": 200, "dana": 200, "priya": 403,
        "rosa": 404, "liam": 404, "otto": 404,
    }  # fmt: skip


def test_the_students_and_the_advisors_side_on_the_page(cast, client_of):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    home = f"/harbor-view/pursuits/{pursuit.public_id}/"

    assert client_of("maya").post(f"{home}request-start/", {"note": ""}).status_code == 422
    assert client_of("maya").post(f"{home}request-start/", {"note": "Yes."}).status_code == 302
    assert client_of("ana").post(f"{home}return-start/", {"reason": ""}).status_code == 422
    assert client_of("ana").post(f"{home}return-start/", {"reason": "When?"}).status_code == 302
    assert "When?" in client_of("maya").get(home).text


def test_it_offers_the_internship_days_of_the_students_own_week(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    dana = cast.as_("dana")
    facts = {"by": dana, "since_on": date(2026, 9, 1), "sample": "workshops"}
    add_week(**facts, name="Our week")
    tide = add_week(**facts, name="Tide", advisory=cast.tide)
    plan_days(tide, [1, 3], [], by=dana)
    out = [BlockPlan("internship", "", time(12), time(15), 1)]
    plan_days(tide, [3], out, letter="B", by=dana)
    plan_days(tide, [4], out, by=dana)
    set_anchor(date(2026, 10, 12), by=dana)

    page = client_of("ana").get(address(pursuit)).text

    # The place is open from 9 to 14, on Tuesdays and Thursdays.
    boxes = re.findall(r'<input type="checkbox" id="id_(day_\d)"[^>]*?( checked)?>', page)
    assert [name for name, checked in boxes if checked] == ["day_3"]
    assert page.count("Not an internship day here") == 5  # Thursday and Friday are
    assert '<option value="B" selected>B weeks</option>' in page
    assert 'name="to_3" value="14:00"' in page


def test_days_in_a_weeks_are_sent(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    set_anchor(date(2026, 10, 12), by=cast.as_("dana"))

    client_of("ana").post(address(pursuit), said(cast, weeks_1="A"))

    days = Placement.objects.get().planned_days.order_by("weekday")
    assert [day.weekday_name for day in days] == ["Tuesday in A weeks", "Thursday"]
