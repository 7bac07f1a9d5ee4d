"""What follows a meeting in apps above this one: a plan that waits for it.

Such an app registers a function in its AppConfig.ready. It is asked inside the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable

from kindling.meetings.models import Meeting
from kindling.schools.viewer import Viewer

# Called with the meeting and what became of it: "booked", "held" or "cancelled".
type Follows = Callable[[Meeting, str, Viewer], None]

_followers: list[Follows] = []


def register(follows: Follows) -> None:
    """Let an app above know of meetings. The same function twice is one."""
    if follows not in _followers:
        _followers.append(follows)


def tell_followers(meeting: Meeting, what: str, *, by: Viewer) -> None:
    for follows in _followers:
        follows(meeting, what, by)
