"""I'm here and I'm leaving, said at the tablet."""

from __future__ import annotations

import pytest
import time_machine

from kindling.attendance.models import Day, Entry
from kindling.attendance.tests.placed import close, make_placement
from kindling.history.models import Event
from kindling.kiosk.tests.conftest import tap, type_in
from kindling.roll.actions import mark_student
from kindling.roll.models import Mark


def test_coming_and_leaving_on_an_internship_day(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)

    came = tap(tablet, code, "come")
    with time_machine.travel("2026-10-13T18:00:00+00:00", tick=True):
        left = tap(tablet, code, "leave")

    assert "Welcome, Luis." in came.text
    assert "Goodbye, Luis." in left.text
    entries = Entry.objects.order_by("pk")
    assert [(e.kind, e.method, e.weight, e.by) for e in entries] == [
        ("check_in", "kiosk", 2, cast.luis.person), ("check_out", "kiosk", 2, cast.luis.person),
    ]  # fmt: skip
    assert Day.objects.get().minutes == 300


def test_a_second_tap_changes_nothing(cast, code, tablet):
    make_placement(cast.luis, cast.clinic, cast.sam)
    tap(tablet, code, "come")

    told = tap(tablet, code, "come")

    assert "You are here already." in told.text
    assert Entry.objects.count() == 1


@pytest.fixture
def school_day(cast):
    """Wednesday: no internship, and a plan that begins at nine."""
    make_week(cast)
    with time_machine.travel("2026-10-14T12:55:00+00:00", tick=True):
        yield


def make_week(cast):
    from kindling.schedule.models import Block, Week  # noqa: PLC0415

    week = Week.objects.create(school=cast.school, name="All", since_on="2026-08-31")
    Block.objects.create(
        school=cast.school, week=week, weekday=2, kind="class", label="Advisory",
        starts_at="09:00", ends_at="15:00",
    )  # fmt: skip


def test_on_a_school_day_the_roll_says_present(cast, school_day, code, tablet):
    assert "Welcome, Luis." in tap(tablet, code, "come").text

    mark = Mark.objects.get(student=cast.luis)
    assert (mark.code, mark.method, mark.minutes) == ("P", "k", 0)
    assert Event.objects.filter(verb="kiosk.come", by=cast.luis.person).count() == 1


def test_after_the_bell_it_says_late_with_the_minutes(cast, school_day, code, tablet):
    with time_machine.travel("2026-10-14T13:20:00+00:00", tick=True):
        told = tap(tablet, code, "come")

    mark = Mark.objects.get(student=cast.luis)
    assert (mark.code, mark.minutes) == ("L", 20)
    assert "You are 20 minutes late." in told.text


def test_whom_the_roll_says_present_is_here_already(cast, school_day, code, tablet):
    tap(tablet, code, "come")

    told = tap(tablet, code, "come")

    assert "You are here already." in told.text


@pytest.fixture
def wednesday():
    with time_machine.travel("2026-10-14T12:55:00+00:00", tick=True):
        yield


def test_a_school_without_a_weekly_plan_has_its_days_from_the_calendar(
    cast, wednesday, code, tablet
):
    assert "Welcome, Luis." in tap(tablet, code, "come").text
    assert Mark.objects.get().code == "P"


def test_on_a_day_off_it_says_why(cast, wednesday, code, tablet):
    close(cast.school, cast.school.today(), label="Fall break")

    assert "Fall break" in tablet.get(type_in(tablet, code)).text
    assert "Fall break" in tap(tablet, code, "come").text
    assert Mark.objects.count() == 0


def test_whom_the_roll_says_absent_and_who_comes_is_late(cast, school_day, code, tablet):
    mark_student(cast.luis, cast.school.today(), "A", by=cast.as_("ana"))

    with time_machine.travel("2026-10-14T14:00:00+00:00", tick=True):
        tap(tablet, code, "come")

    assert (Mark.objects.get().code, Mark.objects.get().minutes) == ("L", 60)
