"""How a student's interests moved: what began, was put differently, grew into another, ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kindling.interests import rules
from kindling.interests.models import EarlierWords, Interest
from kindling.schools.viewer import Viewer


class Turn(StrEnum):
    """What happened to an interest; the order breaks ties on one day."""

    BEGAN = "began"
    GREW = "grew"  # out of another
    PUT = "put"  # differently
    ENDED = "ended"


@dataclass(frozen=True)
class Entry:
    """One turn on one day. `was`: the words before, or of the interest that it grew out of."""

    on: date
    turn: Turn
    interest: Interest
    words: str
    was: str = ""


def journal_of(viewer: Viewer) -> list[Entry]:
    """Return every turn of the viewer's own interests, newest first. Two statements."""
    earlier: dict[int, list[EarlierWords]] = {}
    for row in rules.own_earlier_words(viewer):
        earlier.setdefault(row.interest_id, []).append(row)
    mine = rules.own_interests(viewer).select_related("came_from")
    entries = [e for one in mine for e in _turns(one, earlier.get(one.pk, []), viewer)]
    order = list(Turn)
    return sorted(entries, key=lambda e: (e.on, order.index(e.turn), e.interest.pk), reverse=True)


def _turns(interest: Interest, earlier: list[EarlierWords], viewer: Viewer) -> Iterator[Entry]:
    """The turns of one interest; `earlier` holds its words before, oldest first."""
    put = [row.words for row in earlier] + [interest.words]
    source = interest.came_from
    turn, was = (Turn.GREW, source.words) if source else (Turn.BEGAN, "")
    yield Entry(interest.since_on, turn, interest, put[0], was)
    zone = viewer.school.zone
    for number, row in enumerate(earlier):
        if put[number] != put[number + 1]:
            on = row.until_at.astimezone(zone).date()
            yield Entry(on, Turn.PUT, interest, put[number + 1], put[number])
    if interest.ended_on:
        yield Entry(interest.ended_on, Turn.ENDED, interest, interest.words)
