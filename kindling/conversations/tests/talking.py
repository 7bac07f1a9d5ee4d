"""Conversations for tests: Jordan and Sam with Ana in it, Ana and Rosa about Luis."""

from __future__ import annotations

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions, rules
from kindling.conversations.actions import Said
from kindling.conversations.models import Message, Thread
from kindling.conversations.models.thread import Seat
from kindling.kit.replying import reply_address
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def whom(viewer: Viewer, student, start: str) -> rules.Whom:
    """The first conversation that may be begun whose key starts so ("mentor", "family", "staff")."""
    return next(one for one in rules.whom_around(viewer, student) if one.key.startswith(start))


def jordan_writes(cast, text: str = "May I come at ten?", **said) -> Message:
    """Jordan writes to Sam, the mentor of an internship at the clinic."""
    if not cast.jordan.placements.exists():
        make_placement(cast.jordan, cast.clinic, cast.sam)
    by = cast.as_("jordan")
    return actions.begin(whom(by, cast.jordan, "mentor"), Said(text, **said), by=by)


def ana_writes(cast, text: str = "Luis did well today.", **said) -> Message:
    """Ana writes to Rosa about Luis."""
    by = cast.as_("ana")
    return actions.begin(whom(by, cast.luis, "family"), Said(text, **said), by=by)


def address(thread: Thread, person: Person) -> str:
    """Where this person answers to."""
    return reply_address(Seat.objects.get(thread=thread, person=person).public_id)


def said(thread: Thread) -> list[tuple[str, str, str]]:
    rows = Message.objects.filter(thread=thread).order_by("pk")
    return [(one.by.first, one.via, one.text) for one in rows]
