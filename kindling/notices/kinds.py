"""Which kinds of messages there are, as far as their reader's choice goes."""

from __future__ import annotations

from kindling.notices.models import Group

# The day's work of a school; the first part of "app/verb".
DAILY = frozenset({"attendance", "absences", "ladder", "questions", "schedule", "texts", "roll"})
# The reader asked for it a moment ago and waits for it, in the middle of the night too.
ASKED_FOR = frozenset({"passes/code", "passes/renewed", "enrollment/invited"})


def group_of(kind: str, *, is_urgent: bool) -> Group:
    """Return the group of "app/verb"."""
    if is_urgent:
        return Group.SAFETY
    return Group.DAILY if kind.partition("/")[0] in DAILY else Group.OTHER


def is_asked_for(kind: str) -> bool:
    """Say whether somebody waits for it now. Replies to a text message are such."""
    return kind in ASKED_FOR or kind.startswith("texts/")
