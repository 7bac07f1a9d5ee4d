"""What the journeys share: the main actor's screen, and an internship that has begun."""

from __future__ import annotations

from datetime import date, time

import pytest

from kindling.placements.actions import (
    approve_pursuit,
    request_pursuit,
    request_start,
    start_placement,
)
from tests.conftest import DESK, PHONE


@pytest.fixture(params=["390", "1366"])
def screen(request, open_page):
    """The page of whoever the journey is about: once a phone, once a desk."""
    return open_page(**(PHONE if request.param == "390" else DESK))


def start_internship(cast, student, place, *, starts_on=date(2026, 10, 1)):
    """Walk a student through the actions to Tuesdays and Thursdays, 9 to 14, with Sam."""
    coordinator = cast.as_("chen")
    asked = request_pursuit(student, place, "I like it there.", by=cast.as_(name_of(student)))
    approve_pursuit(asked, by=coordinator)
    asked.refresh_from_db()
    request_start(asked, "Tuesday and Thursday.", by=cast.as_(name_of(student)))
    asked.refresh_from_db()
    return start_placement(
        asked, mentor=cast.sam, starts_on=starts_on, ends_on=None,
        schedule=[(1, time(9), time(14)), (3, time(9), time(14))],
        goals="Learn the morning round.", by=coordinator,
    )  # fmt: skip


def name_of(student) -> str:
    return student.person.given_name.lower()
