"""Send a message to everybody else in its conversation."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.conversations.hours import Hours, hours_of
from kindling.conversations.models import Copy, Message, Seat, Thread
from kindling.conversations.rules import WRITE_MESSAGE
from kindling.conversations.sides import people_in
from kindling.conversations.translating import (
    harmless,
    may_translate,
    translated,
    wants,
    words_for,
)
from kindling.history.steps import record
from kindling.notices.actions import Letter, notify_each
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LASTS = 60  # days of a link; it is made anew with a message when it ends soon
SOON = timedelta(days=14)
LATE, OLD = timedelta(minutes=3), timedelta(days=2)


def tell_or_translate(message: Message, *, by: Viewer) -> None:
    """Send it now; where a machine translates first, a task does both. Safety never waits for it."""
    people = people_in(message.thread)
    readers = {one.language for one in people} - set(message.translations)
    languages = wants(message.school, message.language, readers)
    if not languages or not may_translate(message.thread):
        tell(message, by=by)
        return
    if message.is_urgent:
        tell(message, by=by)
    record("thread.translate", message.thread, by=by, into=sorted(languages))
    transaction.on_commit(partial(translate_message.enqueue, message.pk), robust=True)


@task
def translate_message(pk: int) -> list[str]:
    """Translate for whoever reads another language, then send it to all. Safe to run twice."""
    message = Message.objects.select_related("school", "thread__keeper", "by").get(pk=pk)
    readers = {one.language for one in people_in(message.thread)} - set(message.translations)
    if readers and may_translate(message.thread):
        found = translated(message.school, message.text, message.language, readers)
        message.translations |= found
        Message.objects.filter(pk=pk).update(translations=message.translations)
    tell(message, by=Viewer.system(message.school))
    return sorted(message.translations)


@every(minutes=2)
def tell_what_waits() -> None:
    """A message whose translator, or whose worker, died is sent as it was written."""
    since = timezone.now() - LATE
    rows = Message.objects.filter(created_at__lt=since, created_at__gt=since - OLD, copies=None)
    for message in rows.select_related("school", "thread__keeper", "by")[:100]:
        tell(message, by=Viewer.system(message.school))


@transaction.atomic
def tell(message: Message, *, by: Viewer) -> None:
    """One letter each, in their language, with an address of their own to answer to. Once."""
    Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if message.copies.exists():
        return
    thread = message.thread
    people = [one for one in people_in(thread) if one.pk != message.by_id]
    seats, hours = _seats(thread, people), hours_of(thread)
    letters = [_letter(message, one, seats[one.pk], hours, by) for one in people]
    notices = notify_each(letters, "conversations/private_message", by=by)
    Copy.objects.bulk_create(
        Copy(school=thread.school, message=message, person=one, notice=notice)
        for one, notice in zip(people, notices, strict=True)
    )


def _seats(thread: Thread, people: list[Person]) -> dict[int, Seat]:
    """The seat of each, made where there is none."""
    staff = {thread.student_id, thread.outside_id}
    fresh = [
        Seat(school=thread.school, thread=thread, person=one, is_staff=one.pk not in staff)
        for one in people
    ]
    Seat.objects.bulk_create(fresh, ignore_conflicts=True)
    return {seat.person_id: seat for seat in Seat.objects.filter(thread=thread, person__in=people)}


def _letter(message: Message, person: Person, seat: Seat, hours: Hours, by: Viewer) -> Letter:
    thread = message.thread
    told = {
        "message": message, "words": harmless(words_for(message, person.language)),
        "writer": message.by, "about": thread.about, "files": message.files.count(),
        "is_own": thread.about is not None and thread.about.person_id == person.pk,
        "hours": hours.said_in(person.language) if person.pk == thread.outside_id else "",
    }  # fmt: skip
    common: dict[str, Any] = {"urgent": message.is_urgent, "reply_id": seat.public_id}
    if person.pk == thread.outside_id:
        return Letter(person, told, link_id=link_for(thread, by=by).public_id, **common)
    with inside(thread.school):
        return Letter(person, told, url=thread.get_absolute_url(), **common)


def link_for(thread: Thread, *, by: Viewer) -> Pass:
    """The link of the adult from outside: the one that works, else a new one."""
    works = Pass.objects.filter(
        school=thread.school, bearer=thread.outside, purpose=WRITE_MESSAGE, revoked_at__isnull=True,
        expires_at__gt=timezone.now() + SOON,
    )  # fmt: skip
    for held in works.order_by("-pk"):
        if held.subjects == [thread.public_id]:
            return held
    if thread.outside is None:
        raise LookupError(thread.public_id)
    system = Viewer.system(thread.school)
    return make_pass(
        thread.outside,
        WRITE_MESSAGE,
        [thread.public_id],
        by=system,
        days=LASTS,
        about=thread.about,
        needs_code=True,
    )
