"""A pause: nobody is expected, the seat stays, and what was planned comes back."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.timetable import timetable_of_placement
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import (
    end_placement,
    pause_placement,
    reschedule_placement,
    resume_placement,
    tell_mentor_of_pause,
)
from kindling.placements.tests.factories import TUESDAYS_AND_THURSDAYS, make_placement
from kindling.sites.models import Seat

TODAY = date(2026, 10, 13)


@pytest.fixture
def placement(cast):
    placement = make_placement(cast, cast.luis, cast.clinic, starts_on=date(2026, 9, 1))
    Notice.objects.all().delete()
    return placement


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def expected(placement, first=date(2026, 10, 1), last=date(2026, 10, 31)):
    plan = timetable_of_placement(placement, first, last)
    return [one.on.day for one in plan.days()]


def test_nobody_is_expected_from_today_on_and_what_was_stays(cast, placement):
    pause_placement(placement, by=cast.as_("chen"))

    assert placement.state == "paused"
    assert expected(placement) == [1, 6, 8]
    assert Seat.objects.filter(is_taken=True).count() == 1
    assert told() == [("placements/paused", "Ana Reyes"), ("placements/paused", "Luis Diaz")]


def test_it_goes_on_as_it_was_planned_from_that_day(cast, placement):
    pause_placement(placement, by=cast.as_("chen"))
    Notice.objects.all().delete()

    resume_placement(placement, by=cast.as_("ana"))

    assert (placement.state, placement.paused_days) == ("active", [])
    assert expected(placement) == [1, 6, 8, 13, 15, 20, 22, 27, 29]
    assert told() == [("placements/resumed", "Chen Wu"), ("placements/resumed", "Luis Diaz")]


def test_other_days_that_were_to_come_later_come_later_still(cast, placement):
    reschedule_placement(
        placement, since_on=date(2026, 10, 20), ends_on=None,
        schedule=TUESDAYS_AND_THURSDAYS[:1], by=cast.as_("ana"),
    )  # fmt: skip
    pause_placement(placement, by=cast.as_("chen"))

    resume_placement(placement, by=cast.as_("ana"))

    assert expected(placement) == [1, 6, 8, 13, 15, 20, 27]


def test_the_history_says_that_and_never_why(cast, placement):
    pause_placement(placement, by=cast.as_("chen"))

    event = Event.objects.get(verb="placement.pause")
    assert event.detail == {"was": "active", "now": "paused"}


def test_days_of_a_paused_one_are_not_changed_and_it_may_end(cast, placement):
    pause_placement(placement, by=cast.as_("chen"))
    with pytest.raises(Refused):
        reschedule_placement(
            placement, since_on=TODAY, ends_on=None, schedule=TUESDAYS_AND_THURSDAYS,
            by=cast.as_("ana"),
        )  # fmt: skip

    end_placement(placement, "Moved away.", by=cast.as_("ana"))

    assert placement.state == "ended"


def test_the_mentor_hears_of_it_when_staff_say_so_and_without_a_reason(cast, placement):
    pause_placement(placement, by=cast.as_("chen"))
    Notice.objects.all().delete()

    tell_mentor_of_pause(placement, by=cast.as_("chen"))

    assert told() == [("placements/paused_mentor", "Sam Ito")]


@pytest.mark.parametrize("name", ["luis", "maya", "rosa", "priya", "otto"])
def test_nobody_else_pauses(cast, placement, name):
    with pytest.raises(PermissionDenied):
        pause_placement(placement, by=cast.as_(name))


def test_twice_is_refused(cast, placement):
    pause_placement(placement, by=cast.as_("chen"))
    with pytest.raises(Refused):
        pause_placement(placement, by=cast.as_("ana"))


def test_the_page_pauses_and_lets_it_go_on(cast, placement, client_of):
    path = f"/harbor-view/placements/{placement.public_id}"

    client_of("chen").post(f"{path}/pause/")
    paused = client_of("luis").get(f"{path}/").content.decode()
    client_of("ana").post(f"{path}/resume/")

    placement.refresh_from_db()
    assert placement.state == "active"
    assert "Paused. Nobody is expected there" in paused
    assert "Let it go on" not in paused
