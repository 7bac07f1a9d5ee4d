"""Two at once: one day, one entry, and sums that lose nothing."""

from __future__ import annotations

import threading
from datetime import date

import pytest
import time_machine
from django.db import connection, connections

from kindling.attendance.actions import check_in, check_out, confirm_days, settle_day
from kindling.attendance.how import How
from kindling.attendance.models import Day, Entry, Hours, Method
from kindling.attendance.sums import wrong_sums
from kindling.attendance.tests.placed import at, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one writer: --postgres"
    ),
]


def at_once(*calls) -> list[object]:
    """Run each in a thread of its own, together; return what they gave, or how they were refused."""
    gate, given = threading.Barrier(len(calls)), []

    def run(call):
        try:
            gate.wait(timeout=10)
            given.append(call())
        except Refused as refused:
            given.append(refused)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return given


def test_four_taps_at_once_are_one_check_in(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    jordan = cast.as_("jordan")

    given = at_once(*[lambda: check_in(placement, tap="same", by=jordan)] * 4)

    assert len({day.pk for day in given}) == 1
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)


def test_of_a_mentor_and_an_advisor_at_once_one_is_told(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:00")):
        check_out(day, by=cast.as_("jordan"))
    one, mentor, ana = spoken_on(placement), with_pass(cast.sam, placement), cast.as_("ana")
    row = Day.objects.get()

    given = at_once(
        lambda: confirm_days([one], by=mentor),
        lambda: settle_day(row, minutes=60, reason="x", by=ana),
    )

    assert len([told for told in given if isinstance(told, Refused)]) == 1
    assert wrong_sums(cast.school) == []


def test_many_days_of_one_internship_at_once_lose_no_minute(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    mentor = with_pass(cast.sam, placement)
    days = [date(2026, 10, n) for n in (1, 6, 8, 13)]
    spoken = [spoken_on(placement, day) for day in days]

    at_once(*[lambda one=one: confirm_days([one], by=mentor) for one in spoken])

    assert Hours.objects.get().confirmed == 1200
    assert wrong_sums(cast.school) == []


def test_four_replays_of_one_check_out_count_once(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    jordan = cast.as_("jordan")
    with time_machine.travel(at("2026-10-13 15:00"), tick=False):
        check_in(placement, tap="in", how=How(Method.OFFLINE, at=at("2026-10-13 09:00")), by=jordan)
        kept = How(Method.OFFLINE, at=at("2026-10-13 14:00"))
        rows = [Day.objects.select_related("student", "placement").get() for _ in range(4)]

        given = at_once(
            *[lambda row=row: check_out(row, tap="out", how=kept, by=jordan) for row in rows]
        )

    assert [day.minutes for day in given] == [300] * 4
    assert (Entry.objects.count(), Hours.objects.get().waiting) == (2, 300)
    assert wrong_sums(cast.school) == []
