"""Queues, in short words for the tests."""

from __future__ import annotations

import time_machine

from kindling.notices.models import Notice
from kindling.placements.actions import (
    join_queue,
)
from kindling.placements.line import line_for
from kindling.placements.models import Pursuit
from kindling.placements.policy import policy_of
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat


def join(student, place):
    return join_queue(student, place, "I like dogs.", by=Viewer.of_person(student.person))


def line(place):
    turns = line_for(place, policy_of(place.school))
    return [(turn.pursuit.student.first, turn.reason) for turn in turns]


def later(moment):
    return time_machine.travel(moment, tick=False)


def told():
    rows = Notice.objects.order_by("pk").values_list("kind", "person__name")
    return list(rows)


def held():
    """Every seat that is taken, with the states of the pursuits that hold it."""
    rows = Seat.objects.filter(is_taken=True)
    alive = {*Pursuit.OPEN, *Pursuit.LIVE, Pursuit.State.OFFERED}
    return [
        sorted(seat.pursuits.filter(state__in=alive).values_list("state", flat=True))
        for seat in rows
    ]
