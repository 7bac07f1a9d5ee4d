"""Which kinds of messages there are, as far as their reader's choice goes."""

from __future__ import annotations

from kindling.notices.models import Group

# The day's work of a school; the first part of "app/verb".
DAILY = frozenset({"attendance", "absences", "ladder", "questions", "schedule", "texts", "roll"})
# The reader asked for it a moment ago and waits for it, in the middle of the night too.
ASKED_FOR = frozenset({"passes/code", "passes/renewed", "enrollment/invited"})
# A link that signs its reader in. It goes by e-mail only, to the address they sign in with, never
# together with another letter; it is made when the letter leaves, and nobody else can read it.
SIGN_IN = frozenset({"keys/link", "keys/reset"})
# They ask an adult from outside for something. Who wants a rest meanwhile does not get them.
ASKS = frozenset({
    "attendance/confirm_days", "projects/mentor", "evaluations/mentor", "credentials/endorse",
    "rounds/pick", "clearance/remind", "agreements/bring", "agreements/certificate",
    "exhibitions/invited", "meetings/invited", "exploring/shadow_host",
})  # fmt: skip


def group_of(kind: str, *, is_urgent: bool) -> Group:
    """Return the group of "app/verb"."""
    if is_urgent:
        return Group.SAFETY
    return Group.DAILY if kind.partition("/")[0] in DAILY else Group.OTHER


def is_asked_for(kind: str) -> bool:
    """Say whether somebody waits for it now. Replies to a text message are such."""
    return kind in ASKED_FOR | SIGN_IN or kind.startswith("texts/")
