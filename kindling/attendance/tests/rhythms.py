"""A mentor chooses a rhythm, days go by, and the clock asks and counts."""

from __future__ import annotations

import time_machine

from kindling.attendance.actions import (
    ask_mentors,
    check_in,
    check_out,
    choose_rhythm,
    count_standing_words,
)
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import (
    at,
    with_pass,
)
from kindling.notices.models import Notice


def choose(placement, rhythm, moment="2026-10-12 12:00"):
    with time_machine.travel(at(moment), tick=False):
        by = with_pass(placement.mentor, placement)
        return choose_rhythm(placement.mentor, rhythm, by=by)


def run(moment: str) -> list[str]:
    """Run the chore and return the subjects of all letters so far."""
    with time_machine.travel(at(moment), tick=False):
        ask_mentors()
    return [notice.subject for notice in Notice.objects.order_by("pk")]


def spend_day(cast, placement, came="09:00", left="14:00", on="2026-10-13", name="jordan") -> Day:
    by = cast.as_(name)
    with time_machine.travel(at(f"{on} {came}"), tick=False):
        day = check_in(placement, by=by)
    with time_machine.travel(at(f"{on} {left}"), tick=False):
        check_out(day, line="Cleaned cages.", by=by)
    return day


def count(moment: str) -> list[str]:
    """Let the clock count standing words and return the states of all days, by date."""
    with time_machine.travel(at(moment), tick=False):
        count_standing_words()
    return [f"{day.on:%d} {day.state}" for day in Day.objects.order_by("on", "pk")]
