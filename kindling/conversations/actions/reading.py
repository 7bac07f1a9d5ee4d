"""Who has read what. Only messages about safety are receipted, and by a tap, never by a look."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from kindling.conversations import rules
from kindling.conversations.models import Copy, Seat, Thread
from kindling.history.models import Event
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer

OFTEN = timedelta(hours=12)


def open_page(thread: Thread, *, by: Viewer) -> None:
    """What opening a page means: read for who is in it, a trace for who only looks."""
    if rules.side_of(by, thread):
        mark_read(thread, by=by)
    else:
        look(thread, by=by)


@transaction.atomic
def mark_read(thread: Thread, *, by: Viewer) -> None:
    """No news for this person any more. Nobody else sees it."""
    require(bool(rules.side_of(by, thread)))
    seats = Seat.objects.filter(thread=thread, person=by.person)
    if seats.exclude(read_at__gte=thread.last_at).update(read_at=by.school.now()):
        record("thread.read", thread, by=by)


@transaction.atomic
def look(thread: Thread, *, by: Viewer) -> None:
    """The principal opened a conversation of others: written down, once in half a day."""
    now = by.school.now()
    lately = Event.objects.filter(
        school_id=thread.school_id, subject_id=thread.public_id, by_id=by.person_id,
        verb="thread.look", at__gt=now - OFTEN,
    )  # fmt: skip
    if not lately.exists():
        record("thread.look", thread, by=by)


@transaction.atomic
def mark_seen(thread: Thread, *, by: Viewer) -> int:
    """“I have read this”: of the messages about safety that went to this person."""
    require(rules.may_write(by, thread))
    mine = Copy.objects.filter(
        message__thread=thread, message__is_urgent=True, person=by.person, seen_at__isnull=True
    )
    seen = mine.update(seen_at=by.school.now())
    if seen:
        record("thread.seen", thread, by=by)
    return seen
