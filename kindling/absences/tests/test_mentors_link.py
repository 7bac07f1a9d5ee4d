"""A mentor's link does not ask about a day on which the student was reported absent."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.absences.actions import (
    clear_absence,
    refuse_absence,
    report_absence,
    report_late,
    take_back_report,
)
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import Statements, at, make_placement
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of

SICK = date(2026, 10, 8)


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 6))


@pytest.fixture
def door(cast, client, placement):
    subjects = [placement.public_id]
    held = make_pass(cast.sam, "confirm_days", subjects, by=cast.as_("chen"), needs_code=True)
    with time_machine.travel(at("2026-10-13 18:00")):
        client.get(f"/p/{token_of(held)}/")  # the device is trusted from now on
        yield f"/p/{token_of(held)}/"


@pytest.fixture
def report(cast, placement):
    """Jordan was sick on the 8th; the 6th and the 13th wait for Sam's word."""
    note = "Fever of 39."
    return report_absence(
        cast.jordan, on=SICK, reason="sick", note=note, by=cast.as_("jordan")
    )  # fmt: skip


def key(placement, day=SICK) -> str:
    return f"{placement.public_id}.{day}"


def test_it_says_reported_absent_and_not_why(client, door, placement, report):
    page = client.get(f"{door}?day={key(placement)}").text

    assert "Was Jordan with you on Tuesday 13 October?" in page
    assert ("One more day waits" in page, "Reported absent" in page) == (True, True)
    assert "<strong>Jordan</strong><small>Thursday 8 October</small>" in page
    assert [word for word in ("Fever", "Sick", "sick", "Family") if word in page] == []
    assert f'name="all" value="{key(placement)}"' not in page


def test_when_nothing_else_waits_the_page_asks_nothing(client, door, placement, report):
    client.post(door, {"all": [key(placement, date(2026, 10, n)) for n in (6, 13)]})

    page = client.get(door).text

    assert "Nothing is waiting for you" in page
    assert "Reported absent" in page


def test_all_of_these_leaves_out_what_was_reported_meanwhile(client, door, placement, report):
    client.post(door, {"all": [key(placement, date(2026, 10, n)) for n in (6, 8, 13)]})

    assert [str(day.on) for day in Day.objects.order_by("on")] == ["2026-10-06", "2026-10-13"]


def test_the_mentor_may_say_that_they_came_after_all(client, door, placement, report):
    page = client.get(f"{door}?came={key(placement)}").text
    client.post(door, {"day": key(placement), "do": "yes"})

    assert "Was Jordan with you on Thursday 8 October?" in page
    assert "If Jordan was with you after all, say so here." in page
    assert Day.objects.get().state == "confirmed"
    assert "Reported absent" not in client.get(door).text


def test_today_they_may_still_turn_up(cast, client, door, placement):
    with time_machine.travel(at("2026-10-13 10:00")):
        report_absence(cast.jordan, by=cast.as_("jordan"))
        page = client.get(door).text
        client.post(door, {"here": key(placement, date(2026, 10, 13))})

    assert ("Reported absent" in page, "Jordan is here" in page) == (True, True)
    assert "Expected at" not in page
    assert Day.objects.get().state == "checked_in"


@pytest.mark.parametrize("answer", ["refuse", "back", "late"])
def test_what_is_no_absence_any_more_is_asked(cast, client, door, placement, report, answer):
    if answer == "refuse":
        refuse_absence(report, by=cast.as_("ana"))
    elif answer == "back":
        take_back_report(report, by=cast.as_("ana"))
    else:
        report_late(cast.jordan, on=SICK, minutes=20, by=cast.as_("ana"))

    page = client.get(f"{door}?day={key(placement)}").text

    assert "Was Jordan with you on Thursday 8 October?" in page
    assert "Reported absent" not in page


def test_a_cleared_absence_is_not_asked_either(cast, client, door, placement, report):
    clear_absence(report, by=cast.as_("ana"))

    assert "Was Jordan with you on Tuesday" in client.get(f"{door}?day={key(placement)}").text


def test_it_costs_one_statement_more(client, door, report):
    client.get(door)
    with Statements() as sent:
        client.get(door)

    # pass, placements, timetable, days; reports; advisor, schedule, mentor's choice; was it used;
    # what of a support goal travels
    assert sent.count == 10
