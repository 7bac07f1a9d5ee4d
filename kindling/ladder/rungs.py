"""Which step of the ladder is due. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Sequence
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


ABOVE = Rung.FAMILY | Rung.PRINCIPAL  # only after the office had time to take it


@dataclass(frozen=True)
class Climb:
    """What becomes of one alarm now: who is told, what is behind it, and when it goes on."""

    tell: Rung
    passed: Rung
    next_after: timedelta | None  # None: nothing is left
    is_from_office: bool = False  # next_after counts from when the office was told, else since due


def climb(
    steps: Sequence[Step], passed: Rung, elapsed: timedelta, since_office: timedelta | None = None
) -> Climb:
    """Say what is due `elapsed` after the student was due, when `passed` is behind us.

    Rungs that were missed in an outage are passed over, all but the highest: after an hour
    without a worker the office is told, and nobody is told three times. Family and principal
    wait from the moment in which the office was told (`since_office` ago; None: not yet).
    """
    below = [step for step in steps if step.rung not in passed | ABOVE]
    due = [step for step in below if step.after <= elapsed]
    top = max((step.after for step in due), default=timedelta())
    tell = Rung.NONE
    for step in due:
        passed |= step.rung
        if step.after == top or elapsed - step.after <= FRESH:
            tell |= step.rung
    if Rung.OFFICE not in passed:
        return Climb(tell, passed, min(s.after for s in below if s.after > elapsed))
    waited = timedelta() if since_office is None else since_office
    gaps = gaps_above(steps, passed)
    for rung, gap in gaps.items():
        if gap <= waited:
            tell, passed = tell | rung, passed | rung
    left = [gap for gap in gaps.values() if gap > waited]
    return Climb(tell, passed, min(left, default=None), is_from_office=True)


def gaps_above(steps: Sequence[Step], passed: Rung) -> dict[Rung, timedelta]:
    """How long after the office each rung above it has its turn."""
    office = next(step.after for step in steps if step.rung == Rung.OFFICE)
    above = (step for step in steps if step.rung in ABOVE and step.rung not in passed)
    return {step.rung: step.after - office for step in above}
