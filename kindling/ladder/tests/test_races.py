"""Two workers, two people: everybody is told once, and one has it."""

from __future__ import annotations

import pytest
from django.db import connection

from kindling.absences.actions import report_late
from kindling.absences.models import Report
from kindling.attendance.tests.placed import make_placement
from kindling.attendance.tests.test_races import at_once
from kindling.kit.http import Refused
from kindling.ladder.actions import climb_school, take_alarm, tell_family
from kindling.ladder.models import Alarm, Call
from kindling.ladder.tests.clock import climb_at, clock, told
from kindling.notices.models import Notice

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one writer: --postgres"
    ),
]


@pytest.fixture
def placed(cast):
    return make_placement(cast.luis, cast.shelter, cast.sam)


def test_four_workers_at_once_tell_everybody_once(cast, placed):
    climb_at("8:50")

    for moment in ("9:15", "9:30", "10:00"):
        with clock(moment):
            at_once(*[lambda: climb_school(cast.school)] * 4)

    assert told() == [
        ("Luis", "student"), ("Ana", "advisor"), ("Sam", "mentor"), ("Chen", "office"),
        ("Priya", "office"),
    ]  # fmt: skip
    assert Alarm.objects.count() == 1


def test_two_take_it_at_once_and_one_is_told_who(cast, placed):
    climb_at("9:15", "9:30")
    ana, chen = cast.as_("ana"), cast.as_("chen")

    given = at_once(
        lambda: take_alarm(Alarm.objects.get(), by=ana),
        lambda: take_alarm(Alarm.objects.get(), by=chen),
    )

    refused = [one for one in given if isinstance(one, Refused)]
    assert (len(refused), given.count(None)) == (1, 1)
    assert "has it since" in str(refused[0])


def test_two_taps_tell_the_family_once(cast, placed):
    climb_at("9:15")
    alarm = Alarm.objects.get()

    at_once(
        lambda: tell_family(Alarm.objects.get(pk=alarm.pk), by=cast.as_("chen")),
        lambda: tell_family(Alarm.objects.get(pk=alarm.pk), by=cast.as_("priya")),
    )

    assert Notice.objects.filter(kind="ladder/family").count() == 1
    assert Call.objects.filter(part="family").count() == 1


def test_a_tap_while_the_ladder_climbs_is_not_lost(cast, placed):
    climb_at("9:15", "9:30")
    ana = cast.as_("ana")

    with clock("10:00"):
        at_once(lambda: climb_school(cast.school), lambda: take_alarm(Alarm.objects.get(), by=ana))

    assert (Alarm.objects.get().state, Alarm.objects.get().next_at) == ("taken", None)


def test_the_same_report_twice_at_once_is_one(cast, placed):
    luis = cast.as_("luis")

    at_once(
        *[lambda: report_late(cast.luis, minutes=20, by=luis)] * 3,
        lambda: report_late(cast.luis, minutes=30, by=luis),
    )

    assert Report.objects.filter(state__in=Report.LIVE).count() == 1
    assert Report.objects.count() <= 3
