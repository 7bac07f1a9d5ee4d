"""In the evening mentors are not asked about days that are reported already."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine

from kindling.absences.actions import (
    clear_absence,
    refuse_absence,
    report_absence,
    report_late,
    take_back_report,
)
from kindling.attendance.actions import ask_mentors, check_in
from kindling.attendance.tests.placed import TUESDAY, at, make_placement
from kindling.notices.models import Notice
from kindling.passes.models import Pass


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=TUESDAY)


def asked(moment: str = "2026-10-13 14:10") -> list[str]:
    """Run the chore and return whom it asked so far."""
    with time_machine.travel(at(moment)):
        ask_mentors()
    rows = Notice.objects.filter(kind="attendance/confirm_days").order_by("pk")
    return [notice.person.first for notice in rows]


def sick(cast, **facts):
    return report_absence(cast.jordan, reason="sick", by=cast.as_("ana"), **facts)


def test_without_a_report_the_mentor_is_asked(placement):
    assert asked() == ["Sam"]


@pytest.mark.parametrize("who", ["jordan", "ana"])
def test_a_reported_day_asks_nobody(cast, placement, who):
    report_absence(cast.jordan, reason="sick", by=cast.as_(who))

    assert asked() == []


def test_a_cleared_day_asks_nobody(cast, placement):
    clear_absence(sick(cast), by=cast.as_("chen"))

    assert asked() == []


@pytest.mark.parametrize("verb", [refuse_absence, take_back_report])
def test_what_was_refused_or_taken_back_is_asked_about(cast, placement, verb):
    verb(sick(cast), by=cast.as_("ana"))

    assert asked() == ["Sam"]


def test_late_is_asked_about(cast, placement):
    report_late(cast.jordan, minutes=20, by=cast.as_("jordan"))

    assert asked() == ["Sam"]


def test_who_came_all_the_same_is_asked_about(cast, placement):
    sick(cast)
    check_in(placement, by=cast.as_("jordan"))

    assert asked() == ["Sam"]


def test_days_before_and_after_are_asked_about(cast, placement):
    sick(cast)

    assert asked() == []
    assert asked("2026-10-15 14:10") == ["Sam"]


def test_the_others_of_the_mentor_are_asked_about_alone(cast, placement):
    other = make_placement(
        cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 13), ends_at=time(13)
    )
    sick(cast)

    # Nobody waits for the end of Jordan's day.
    assert asked("2026-10-13 13:10") == ["Sam"]
    assert Pass.objects.get(purpose="confirm_days").subjects == [other.public_id]
