"""Which step of the ladder is due. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import IntFlag

# A rung that is late by more was missed in an outage: whoever stands higher is told, and only they.
FRESH = timedelta(minutes=10)


class Rung(IntFlag):
    """Who is told, from below. An alarm keeps those that are behind it as one number."""

    NONE = 0
    STUDENT = 1
    GUIDES = 2  # advisor and mentor
    OFFICE = 4
    FAMILY = 8
    PRINCIPAL = 16


@dataclass(frozen=True)
class Step:
    """A rung, and how long after the student was due."""

    rung: Rung
    after: timedelta


@dataclass(frozen=True)
class Climb:
    """What becomes of one alarm now: who is told, what is behind it, and when it goes on."""

    tell: Rung
    passed: Rung
    next_after: timedelta | None  # since due; None: nothing is left


def climb(steps: Iterable[Step], passed: Rung, elapsed: timedelta) -> Climb:
    """Say what is due `elapsed` after the student was due, when `passed` is behind us.

    Rungs that were missed in an outage are passed over, all but the highest: after an hour
    without a worker the office is told, and nobody is told three times.
    """
    todo = [step for step in steps if step.rung not in passed]
    due = [step for step in todo if step.after <= elapsed]
    left = [step.after for step in todo if step.after > elapsed]
    top = max((step.after for step in due), default=timedelta())
    tell = Rung.NONE
    for step in due:
        passed |= step.rung
        if step.after == top or elapsed - step.after <= FRESH:
            tell |= step.rung
    return Climb(tell, passed, min(left, default=None))
