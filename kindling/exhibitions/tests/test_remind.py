"""The clock asks again four days ahead, and reminds the day before; each once."""

from __future__ import annotations

import time_machine

from kindling.exhibitions.actions import answer_invitation, name_panelist
from kindling.exhibitions.actions.reminding import remind_of
from kindling.exhibitions.tests.showing import panelist, plan, schedule, told
from kindling.notices.models import Notice


def test_who_said_nothing_is_asked_again_once(cast):
    exhibition = plan(cast)
    for person in (cast.rosa, cast.chen):
        name_panelist(exhibition, person, by=cast.as_("luis"))
    schedule(cast, exhibition)
    answer_invitation(panelist(exhibition, cast.chen), coming=True, by=cast.as_("chen"))

    with time_machine.travel("2026-10-17T12:00:00+00:00", tick=False):
        first, second = remind_of(cast.school), remind_of(cast.school)

    assert (first, second) == ((1, 0), (0, 0))
    assert told("asked_again") == ["Rosa"]
    assert Notice.objects.get(kind="exhibitions/asked_again").language == "es"


def test_the_day_before_all_but_those_who_said_no_are_reminded(cast):
    exhibition = plan(cast)
    for person in (cast.rosa, cast.chen, cast.dana):
        name_panelist(exhibition, person, by=cast.as_("luis"))
    schedule(cast, exhibition)
    answer_invitation(panelist(exhibition, cast.dana), coming=False, by=cast.as_("dana"))

    with time_machine.travel("2026-10-19T20:00:00+00:00", tick=False):
        remind_of(cast.school)
        remind_of(cast.school)

    assert told("reminder") == ["Ana", "Chen", "Luis", "Rosa"]


def test_a_date_that_was_set_a_moment_ago_needs_no_reminder(cast):
    with time_machine.travel("2026-10-19T20:00:00+00:00", tick=False):
        schedule(cast, plan(cast))

        assert remind_of(cast.school) == (0, 0)
