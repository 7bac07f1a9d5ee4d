"""Late and not coming, where each reads it first."""

from __future__ import annotations

import pytest
import time_machine

from kindling.absences.actions import report_absence, report_late
from kindling.attendance.tests.placed import at, make_placement
from kindling.ladder.tests.clock import climb_at, the_alarm


@pytest.fixture
def placed(cast):
    return make_placement(cast.luis, cast.shelter, cast.sam)


def page_of(client, time: str) -> str:
    with time_machine.travel(at(f"2026-10-13 {time}")):
        return (
            client.get("/harbor-view/").content.decode().replace("\u202f", " ").replace("\xa0", " ")
        )


def test_one_tap_on_today_tells_everybody(cast, placed, client_of):
    client = client_of("luis")
    assert "20 minutes late" in page_of(client, "08:30")

    with time_machine.travel(at("2026-10-13 08:31")):
        client.post(f"/harbor-view/absences/late/{cast.luis.public_id}/", {"minutes": "20"})

    report = cast.luis.reports.get()
    assert (report.minutes, report.due_at) == (20, at("2026-10-13 09:20"))
    assert "Late, at about 9:20 AM" in page_of(client, "08:32")


def test_who_is_not_coming_sees_so_and_may_change_it(cast, placed, client_of):
    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))

    page = page_of(client_of("luis"), "09:00")

    assert "You’re not coming today" in page
    assert "I’m here" not in page


def test_the_advisor_sees_why_and_is_not_asked_to_look(cast, placed, client_of):
    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))

    page = page_of(client_of("ana"), "10:30")

    assert "Not coming: Sick" in page
    assert "Not checked in" not in page
    assert "Nobody needs you right now." in page


def test_who_is_late_is_missed_only_after_that(cast, placed, client_of):
    report_late(cast.luis, minutes=60, by=cast.as_("luis"))

    assert "Late, at about 10:00 AM" in page_of(client_of("ana"), "09:50")
    assert "Not checked in" in page_of(client_of("ana"), "10:20")


def test_the_advisor_takes_the_alarm_from_today(cast, placed, client_of):
    climb_at("9:15", "9:30")
    client = client_of("ana")
    address = f"/harbor-view/alarms/{the_alarm().public_id}/take/"

    assert f'action="{address}"' in page_of(client, "09:31")
    client.post(address)

    assert the_alarm().taken_by == cast.ana
    assert "Ana Reyes has it" in page_of(client, "09:32")


def test_the_family_sees_what_the_school_knows(cast, placed, client_of):
    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
    cast.rosa.user.language = "en"
    cast.rosa.user.save()

    page = page_of(client_of("rosa"), "09:00")

    assert f"/harbor-view/absences/{cast.luis.reports.get().public_id}/" in page


def test_nothing_of_an_alarm_stands_on_the_students_or_familys_page(cast, placed, client_of):
    climb_at("9:15", "9:30")

    for name in ("luis", "rosa"):
        assert "/alarms/" not in page_of(client_of(name), "09:31")
