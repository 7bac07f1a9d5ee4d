"""A plan moves along with its meeting."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kindling.meetings.actions import book_meeting, cancel_meeting, hold_meeting
from kindling.plans.models import Plan
from kindling.plans.tests.planning import signed, start


def book(cast, kind: str = "plan", hours: int = 2):
    at = cast.school.now() + timedelta(hours=hours)
    return book_meeting(cast.luis, kind=kind, starts_at=at, by=cast.as_("ana"))


def state(cast) -> tuple[str, bool]:
    plan = Plan.objects.get()
    return plan.state, plan.meeting is not None


def test_booked_then_held(cast):
    start(cast)

    meeting = book(cast)
    booked = state(cast)
    hold_meeting(meeting, by=cast.as_("ana"))

    assert (booked, state(cast)) == (("scheduled", True), ("meeting", True))


def test_called_off_it_is_being_written_again(cast):
    start(cast)

    cancel_meeting(book(cast), by=cast.as_("ana"))

    assert state(cast) == ("draft", False)


def test_a_meeting_booked_before_the_plan_was_begun_is_its_meeting(cast):
    meeting = book(cast)

    plan = start(cast)

    plan.refresh_from_db()
    assert (plan.state, plan.meeting) == ("scheduled", meeting)


@pytest.mark.parametrize("kind", ["project", "review", "other"])
def test_another_meeting_does_not_move_it(cast, kind):
    start(cast)

    book(cast, kind)

    assert state(cast) == ("draft", False)


def test_a_signed_plan_stays_as_it_is(cast):
    signed(cast)

    hold_meeting(book(cast), by=cast.as_("ana"))

    assert state(cast) == ("active", False)
