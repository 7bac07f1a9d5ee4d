"""Whom staff speak for: who is expected on a day, and what was said so far."""

from __future__ import annotations

from datetime import date

from kindling.attendance.models import Day
from kindling.attendance.rules import answered_for
from kindling.attendance.waiting import Spoken, spoken_days
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer


def expected_on(viewer: Viewer, on: date, words: str = "") -> list[Spoken]:
    """Everybody the viewer answers for who is expected on that day, by name. Three statements."""
    placements = answered_for(viewer).filter(state__in=Placement.RUNNING)
    if words:
        placements = placements.filter(student__person__name__icontains=words)
    found = spoken_days(viewer.school, placements, on, on)
    return sorted(found, key=lambda one: one.placement.student.person.sort_name)


def spoken_on(viewer: Viewer, placement: Placement, on: date) -> Spoken | None:
    """One internship on one day; None where nothing is expected. Three statements."""
    placements = answered_for(viewer).filter(pk=placement.pk)
    return next(iter(spoken_days(viewer.school, placements, on, on)), None)


def next_word(one: Spoken) -> str:
    """What may be said next: in, out, or nothing any more."""
    if one.day is None or one.day.state == Day.State.EXPECTED:
        return "in"
    return "out" if one.day.state == Day.State.CHECKED_IN else ""
