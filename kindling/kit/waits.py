"""One thing that waits for somebody, in the words of every app that has such things.

An app offers `queries/waits.py` with `waits(viewer) -> list[Wait]`; the inbox asks them all and
puts them in one order: by whom they hold up, then by how long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from enum import IntEnum

MOST = 50  # rows of one app


class HoldsUp(IntEnum):
    """Whom it keeps from going on. Who has no other way to ask comes first."""

    STUDENT = 1
    FAMILY = 2
    MENTOR = 3
    STAFF = 4
    NOBODY = 5


@dataclass(frozen=True, slots=True)
class Wait:
    """`key`: unlike any other in this school ("plan.sign:ab12"). `say`: a sentence with its verb."""

    key: str
    say: str
    url: str  # where it is done
    holds_up: HoldsUp
    since: datetime
    who: str = ""  # the student it is about, several with ", "; "" when it is nobody's
    icon: str = "inbox"

    @property
    def kind(self) -> str:
        """What comes before the colon of its key."""
        return self.key.partition(":")[0]


def in_order(waits: list[Wait]) -> list[Wait]:
    """Put first who is held up most, and among them who has waited longest."""
    return sorted(waits, key=lambda wait: (wait.holds_up, wait.since, wait.key))


def since_day(day: date, zone: tzinfo) -> datetime:
    """The moment at which a school day begins, for what has waited since a day."""
    return datetime.combine(day, time(), zone)
