"""What a change of days moves: the sums of hours, and whoever else follows days.

Apps above this one (the roll) keep facts that follow from days. They register a function here;
attendance calls it in the same transaction, and knows none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kindling.attendance.models import Day, Hours, Sum
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Changed:
    """A day as it is now, and the minutes it counted before (`Day.sums`)."""

    day: Day
    before: Counter[str]

    @property
    def minutes(self) -> int:
        """Minutes that count now, less those that counted before."""
        return self.day.sums.total() - self.before.total()


type Follower = Callable[[Sequence[Changed], Viewer], None]

FOLLOWERS: list[Follower] = []


def follow(follower: Follower) -> Follower:
    """Register a function that is called after every change, with a constant few statements."""
    FOLLOWERS.append(follower)
    return follower


def count_days(changed: Sequence[Changed], *, by: Viewer) -> None:
    """Move the sums of hours and tell the followers. Every action that changed days ends here."""
    moved: dict[Sum, Counter[str]] = {}
    for one in changed:
        key = (one.day.placement, one.day.term_id)
        moved.setdefault(key, Counter()).update(one.day.added_since(one.before))
    Hours.objects.move(moved)
    for follower in FOLLOWERS:
        follower(changed, by)
