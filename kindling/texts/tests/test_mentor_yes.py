"""A mentor texts yes to the days they were asked about."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from kindling.attendance.models import Day, Entry, Hours
from kindling.passes.actions import make_pass
from kindling.passes.tokens import address_of
from kindling.texts.models import Text
from kindling.texts.tests.conftest import LUIS, SAM


@pytest.fixture
def held(cast, placement):
    return make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))


def test_a_mentors_yes_confirms_what_the_student_said(cast, placement, held, text):
    text("here", LUIS)
    with time_machine.travel("2026-10-13T18:00:00+00:00", tick=True):
        text("out", LUIS)

        told = text("Yes", SAM)

    assert told.startswith("Thank you. Confirmed: Luis, Tue 13 Oct, 5 h.")
    day = Day.objects.get(on="2026-10-13")
    assert (day.state, Hours.objects.get().confirmed) == ("confirmed", 300)
    assert Entry.objects.get(voice="mentor").by == cast.sam


def test_a_silent_day_is_not_confirmed_by_a_yes(placement, held, text):
    told = text("sí", SAM)

    assert told.startswith("Nobody checked in on these days: Luis, ")
    assert told.endswith(f"Say what happened here: {address_of(held.public_id)}")
    assert Day.objects.count() == 0


def test_no_personal_link_is_ever_stored(placement, held, text):
    assert address_of(held.public_id) in text("no", SAM)

    kept = Text.objects.get()
    assert kept.reply == "What was different? Say it here: {link}"


def test_a_yes_without_a_link_that_works_confirms_nothing(cast, placement, held, text):
    held.expires_at = cast.school.now() - timedelta(days=1)
    held.save()

    assert text("yes", SAM) == "Thank you. Nothing waits for your answer now."


def test_a_students_yes_confirms_nothing(placement, held, text):
    text("here", LUIS)

    assert text("yes", LUIS) == "Thank you. Nothing waits for your answer now."
    assert Day.objects.get().state == "checked_in"
