"""Do planned days keep to the hours a young worker may work?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import groupby

from django.utils.translation import gettext as _

from kindling.clearance.items import Stage
from kindling.clearance.packs.model import Limits
from kindling.clearance.pairs import Pair
from kindling.clearance.reading import Reading
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.sites.models import Opportunity
from kindling.ui.format import clock, hours

# weekday from 0 for Monday, from, to, and "A" or "B" for every other week
type Slot = tuple[int, time, time, str]


def hours_refusal(
    student: Student, opportunity: Opportunity, slots: Sequence[Slot], on: date, *, school: School
) -> str:
    """Return why these days are too long, too early or too late, in a sentence; "" when they are not.

    A part of an approved work experience programme (the checked item "hours") may be longer.
    """
    if not school.asks_clearance:
        return ""
    pair = Pair(student, opportunity, Stage.INTERNSHIP)
    reading = Reading(school, [pair])
    limits = reading.rule_set.limits_for(reading.facts(pair, on))
    found = next((told for one in limits for told in exceeded(one, slots)), "")
    if not found or _is_in_programme(reading, pair, on):
        return ""
    return found


def _is_in_programme(reading: Reading, pair: Pair, on: date) -> bool:
    return any(
        line.demand.item.key == "hours"
        and line.is_good
        and line.proof is not None
        and line.proof.answers.get("keeps") == "programme"
        for line in reading.lines(pair, on)
    )


def exceeded(limits: Limits, slots: Sequence[Slot]) -> Iterable[str]:
    """Say in sentences where a week goes beyond a limit."""
    told = {"law": limits.source.name}
    for _weekday, begins, ends, _letter in slots:
        if limits.earliest and begins < time.fromisoformat(limits.earliest):
            at = {**told, "time": clock(time.fromisoformat(limits.earliest))}
            yield _("Paid work at this age begins at %(time)s at the earliest. %(law)s") % at
        if limits.latest and ends > time.fromisoformat(limits.latest):
            at = {**told, "time": clock(time.fromisoformat(limits.latest))}
            yield _("Paid work at this age ends at %(time)s at the latest. %(law)s") % at
    days = {day: sum(map(length, some)) for day, some in _by_day(slots)}
    if limits.school_day and max(days.values(), default=0) > limits.school_day:
        most = {**told, "most": hours(limits.school_day)}
        yield _("Paid work at this age is at most %(most)s on a school day. %(law)s") % most
    week = max((_week(slots, letter) for letter in ("A", "B")), default=0)
    if limits.school_week and week > limits.school_week:
        most = {**told, "most": hours(limits.school_week)}
        yield _("Paid work at this age is at most %(most)s in a school week. %(law)s") % most


def length(slot: Slot) -> int:
    """In minutes."""
    _weekday, begins, ends, _letter = slot
    return (ends.hour - begins.hour) * 60 + ends.minute - begins.minute


def _week(slots: Sequence[Slot], letter: str) -> int:
    return sum(length(slot) for slot in slots if slot[3] in ("", letter))


def _by_day(slots: Sequence[Slot]) -> Iterable[tuple[tuple[int, str], list[Slot]]]:
    """Slots by weekday, A and B weeks apart."""

    def day(slot: Slot) -> tuple[int, str]:
        return slot[0], slot[3]

    return [(key, list(some)) for key, some in groupby(sorted(slots, key=day), day)]
