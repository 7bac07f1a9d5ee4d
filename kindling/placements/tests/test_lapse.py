"""Permissions run out by themselves, after a warning."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection

from kindling.chores.clockwork import REGISTRY
from kindling.history.models import Event
from kindling.notices.models import Notice
from kindling.placements.actions import lapse_pursuits, request_start
from kindling.placements.actions.lapsing import lapse_pursuit, mind_permissions, warn_pursuit
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_pursuit
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat
from tests.cast import make_place


@pytest.fixture
def pursuit(cast):
    """Until Friday 30 October."""
    pursuit = make_pursuit(cast, cast.maya, cast.shelter, date(2026, 10, 30))
    Notice.objects.all().delete()
    return pursuit


def on(day, hour=12):
    """Noon in New York is 16:00 in UTC."""
    return time_machine.travel(f"2026-{day}T{hour + 4:02}:00:00+00:00", tick=False)


def told():
    """Without the hand that is held out to who is quiet (test_stuck)."""
    letters = Notice.objects.exclude(kind="placements/lend_hand")
    return sorted(letters.values_list("kind", "person__name"))


def test_the_last_day_still_counts(pursuit):
    with on("10-30", hour=19):
        mind_permissions()

    pursuit.refresh_from_db()
    assert pursuit.state == "approved"


def test_the_day_after_it_lapses_and_the_seat_opens(cast, pursuit):
    with on("10-31", hour=0):
        mind_permissions()

    pursuit.refresh_from_db()
    assert pursuit.state == "lapsed"
    assert Seat.objects.filter(is_taken=True).count() == 0
    assert told() == [("placements/lapsed", "Ana Reyes"), ("placements/lapsed", "Maya Santos")]
    assert Event.objects.get(verb="pursuit.lapse").by is None


def test_after_an_outage_it_catches_up_once(pursuit):
    with on("11-20"):
        mind_permissions()
        mind_permissions()

    assert len(told()) == 2
    assert Event.objects.filter(verb="pursuit.lapse").count() == 1
    assert Event.objects.filter(verb="pursuit.warn").count() == 0


def test_a_warning_three_days_before_and_once(pursuit):
    with on("10-26"):
        mind_permissions()
    assert told() == []

    for day in ["10-27", "10-27", "10-28"]:
        with on(day):
            mind_permissions()

    pursuit.refresh_from_db()
    assert told() == [("placements/runs_out", "Ana Reyes"), ("placements/runs_out", "Maya Santos")]
    assert pursuit.warned_on == date(2026, 10, 27)


def test_two_workers_warn_once(cast, pursuit):
    twin = Pursuit.objects.get(pk=pursuit.pk)
    clock = Viewer.system(cast.school)

    with on("10-28"):
        assert (warn_pursuit(pursuit, by=clock), warn_pursuit(twin, by=clock)) == (True, False)


def test_one_that_asks_to_start_does_not_run_out(cast, pursuit):
    request_start(pursuit, "They said yes.", by=cast.as_("maya"))

    with on("11-20"):
        mind_permissions()

    pursuit.refresh_from_db()
    assert pursuit.state == "start_requested"


def test_each_school_lives_by_its_own_day(cast, pursuit):
    cast.school.timezone = "Asia/Tokyo"
    cast.school.save()

    with on("10-30", hour=11):  # Saturday 0:00 in Tokyo
        mind_permissions()

    pursuit.refresh_from_db()
    assert pursuit.state == "lapsed"


def test_many_at_once(cast, pursuit):
    for number, student in enumerate([cast.jordan, cast.luis]):
        place = make_place(cast.school, f"Site {number}", "Helper")
        make_pursuit(cast, student, place, date(2026, 10, 20))

    with on("11-01"):
        assert lapse_pursuits(by=Viewer.system(cast.school)) == 3


def test_who_was_faster_than_the_clock_stays(cast, pursuit):
    """Maya asks to start between the clock's look and its step."""

    def first_maya(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and "lapsed" in params:
            with connection.cursor() as cursor:
                cursor.cursor.execute("UPDATE placements_pursuit SET state = 'start_requested'")
        return execute(sql, params, many, context)

    with on("11-01"), connection.execute_wrapper(first_maya):
        assert lapse_pursuits(by=Viewer.system(cast.school)) == 0

    assert told() == []


@pytest.mark.parametrize("name", ["maya", "ana", "chen"])
def test_only_the_clock_lets_it_lapse(cast, pursuit, name):
    with pytest.raises(PermissionDenied):
        lapse_pursuit(pursuit, by=cast.as_(name))


def test_the_clock_knows_it():
    chore = REGISTRY["kindling.placements.actions.lapsing.mind_permissions"]

    assert chore.every == timedelta(minutes=10)
