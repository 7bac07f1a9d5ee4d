"""When the next visit is due: arithmetic, no rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kindling.visits.models import VisitPolicy

USUAL_LENGTH = timedelta(days=84)  # of an internship without a last day: twelve weeks
HOUR = 60


@dataclass(frozen=True)
class Rhythm:
    """What a school asks for. 0: nothing."""

    every_days: int
    at_least: int
    every_hours: int

    @classmethod
    def of(cls, policy: VisitPolicy) -> Rhythm:
        return cls(policy.every_days, policy.at_least, policy.every_hours)

    def twice(self) -> Rhythm:
        """Half the days and hours, twice the number."""
        days, hours = (-(-part // 2) for part in (self.every_days, self.every_hours))
        return Rhythm(days, self.at_least * 2, hours)


@dataclass(frozen=True)
class So:
    """How an internship stands: its span, visits so far, minutes since the last one."""

    starts_on: date
    ends_on: date | None
    last_on: date | None
    count: int
    minutes: int


def next_due(rhythm: Rhythm, so: So, *, today: date, was: date | None = None) -> date | None:
    """Return the last day on which the next visit is in time; None when nothing is asked for.

    `was`: what was worked out before; a visit that hours made due stays due from that day.
    """
    found = []
    if rhythm.every_days:
        found.append((so.last_on or so.starts_on) + timedelta(days=rhythm.every_days))
    if rhythm.at_least and so.count < rhythm.at_least:
        length = (so.ends_on - so.starts_on) if so.ends_on else USUAL_LENGTH
        found.append(so.starts_on + length * (so.count + 1) // rhythm.at_least)
    if rhythm.every_hours and so.minutes >= rhythm.every_hours * HOUR:
        found.append(min(was, today) if was else today)
    return min(found, default=None)
