"""Somebody is silent, the ladder tells, and one of them texts "mine"."""

from __future__ import annotations

import re

import pytest

from kindling.attendance.tests.placed import make_placement
from kindling.ladder.models import Alarm
from kindling.ladder.tests.clock import climb_at, clock, the_alarm
from kindling.texts.models import Text
from kindling.texts.tests.conftest import LUIS, SAM, give_phone

ANA = "+14015550106"


@pytest.fixture
def alarmed(cast, text):
    """Half past nine: advisor and mentor of Luis have been told."""
    give_phone(cast.ana, ANA)
    make_placement(cast.luis, cast.shelter, cast.sam)
    climb_at("9:15", "9:30")


def test_mine_takes_the_alarm(cast, alarmed, text):
    with clock("9:31"):
        told = text("I have it", ANA)

    assert told.startswith(
        "You have it: Luis, due 9:00 AM at Harbor Animal Shelter. When you know more, say it here: "
    )
    assert (the_alarm().state, the_alarm().taken_by) == ("taken", cast.ana)
    assert Text.objects.get(verb="mine").about == cast.luis


def test_the_second_is_told_who_has_it(cast, alarmed, text):
    with clock("9:31"):
        text("mine", SAM)
        told = text("lo tengo", ANA)

    assert told.startswith("Sam Ito has it since 9:31 AM.")
    assert the_alarm().taken_by == cast.sam


def test_of_two_silent_students_one_is_named(cast, text):
    give_phone(cast.ana, ANA)
    make_placement(cast.luis, cast.shelter, cast.sam)
    make_placement(cast.maya, cast.clinic, cast.sam)
    climb_at("9:15", "9:30")

    with clock("9:31"):
        asked = text("mine", ANA)
        told = text("Maya", ANA)

    assert asked.startswith("Who is this about? Answer with the number: 1 ")
    assert told.startswith("You have it: Maya")
    assert Alarm.objects.filter(state="taken").get().student == cast.maya


def test_a_choice_that_is_over_meanwhile_is_not_taken_for_the_other(cast, text):
    give_phone(cast.ana, ANA)
    make_placement(cast.luis, cast.shelter, cast.sam)
    make_placement(cast.maya, cast.clinic, cast.sam)
    climb_at("9:15", "9:30")

    with clock("9:31"):
        asked = text("mine", ANA)
        text("here", LUIS)
    climb_at("9:32")
    with clock("9:33"):
        told = text(re.search(r"(\d) Luis", asked)[1], ANA)

    assert told == "Thank you. Nothing waits for your answer now."
    assert Alarm.objects.filter(state="taken").count() == 0


def test_who_was_not_told_takes_nothing(cast, alarmed, text):
    with clock("9:31"):
        assert text("mine", LUIS) == "No alarm waits for you now."

    assert the_alarm().state == "open"


def test_here_by_text_ends_the_alarm(cast, alarmed, text):
    with clock("9:32"):
        assert text("here", LUIS).startswith("Luis is checked in")
    climb_at("9:33")

    assert the_alarm().state == "closed"
