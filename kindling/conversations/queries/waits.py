"""What waits: words that nobody of the school has answered, and an interpreter to find."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.conversations import rules
from kindling.conversations.models import Thread
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.roles import STAFF
from kindling.schools.viewer import Viewer

HOLDS_UP = {
    Thread.Outside.GUARDIAN: HoldsUp.FAMILY, Thread.Outside.MENTOR: HoldsUp.MENTOR,
    Thread.Outside.NOBODY: HoldsUp.STUDENT,
}  # fmt: skip


def waits(viewer: Viewer) -> list[Wait]:
    """For staff, what they keep and have not answered. Two statements."""
    if not viewer.is_a(*STAFF) or viewer.purpose:
        return []
    owed = Q(waits_since__isnull=False) | Q(call_asked_at__isnull=False)
    rows = rules.visible_threads(viewer).filter(owed, keeper=viewer.person_id)
    found = [_answer(one) for one in rows.order_by("waits_since", "pk")[:MOST]]
    return found + [_interpreter(one) for one in rules.interpreters_wanted(viewer)[:MOST]]


def _answer(thread: Thread) -> Wait:
    person = thread.outside or (thread.student.person if thread.student else thread.keeper)
    say = _("Read and answer what %(name)s wrote")
    if thread.call_asked_at:
        say = _("Call %(name)s, who asked for it")
    return Wait(
        key=f"conversations.answer:{thread.public_id}",
        say=say % {"name": person.name},
        url=thread.get_absolute_url(),
        holds_up=HOLDS_UP[Thread.Outside(thread.outside_as)],
        since=thread.call_asked_at or thread.waits_since or thread.last_at,
        who=thread.about.name if thread.about else "",
        icon="phone" if thread.call_asked_at else "message-circle",
    )


def _interpreter(thread: Thread) -> Wait:
    person = thread.outside or thread.keeper
    return Wait(
        key=f"conversations.interpreter:{thread.public_id}",
        say=_("Find an interpreter for %(name)s") % {"name": person.name},
        url=url("conversations:interpreters"),
        holds_up=HoldsUp.FAMILY,
        since=thread.interpreter_asked_at or thread.last_at,
        icon="languages",
    )
