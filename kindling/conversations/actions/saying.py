"""Begin a conversation, and say something in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.conversations import rules
from kindling.conversations.actions.keeping import keep_up
from kindling.conversations.actions.telling import tell_or_translate
from kindling.conversations.models import Message, MessageFile, Seat, Thread
from kindling.conversations.models.message import LONGEST
from kindling.conversations.rules import Whom
from kindling.conversations.shorts import facts_in, short_of
from kindling.conversations.sides import outside_viewer
from kindling.history.steps import record
from kindling.kit.editing import clean_text
from kindling.kit.http import Refused, require
from kindling.kit.limits import allow
from kindling.kit.signing import tap_of
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.uploads.actions import take_whole, use_upload

Via, Side = Message.Via, Message.Side
MOST_FILES = 5
MANY, SECONDS = 20, 3600  # messages of one person by links; two machines talking end here


@dataclass(frozen=True)
class Said:
    """What somebody says. `tap` is the sender's own id of it: the same one counts once."""

    text: str
    via: str = Via.PAGE
    tap: str = ""
    urgent: bool = False
    files: Sequence[UploadedFile[Any]] = field(default_factory=tuple)
    placed_by: Person | None = None  # who said whose words these are
    calls: bool = False  # asks to be called
    short: str = ""  # key of the school's short message these words came from


@transaction.atomic
def begin(whom: Whom, said: Said, *, by: Viewer) -> Message:
    """Say the first word to somebody of `rules.whom_around`; one conversation for the same people.

    Raises Refused.
    """
    offered = [one for one in rules.whom_around(by, whom.about) if one.key == whom.key]
    require(offered != [])
    thread = thread_of(offered[0], by)
    return say(thread, said, by=_in(thread, by))


def thread_of(whom: Whom, by: Viewer) -> Thread:
    """The open conversation of these people, else a new one."""
    side = whom.outside or (whom.student.person if whom.student else None)
    if side is None:
        raise PermissionDenied
    Person.objects.select_for_update().get(pk=side.pk)  # two taps at once make one
    same = Thread.objects.filter(
        school=by.school, student=whom.student, outside=whom.outside, about=whom.about,
        closed_at__isnull=True,
    )  # fmt: skip
    if whom.student is None or whom.outside is None:
        same = same.filter(keeper=whom.keeper)
    found = same.order_by("-last_at").first()
    if found is not None:
        return found
    now = by.school.now()
    thread = Thread.objects.create(
        school=by.school, student=whom.student, outside=whom.outside, outside_as=whom.outside_as,
        keeper=whom.keeper, about=whom.about, last_at=now,
    )  # fmt: skip
    record("thread.begin", thread, by=by)
    return thread


def _in(thread: Thread, by: Viewer) -> Viewer:
    """Family that begins from another page of theirs speaks here as by a link to this one."""
    if by.person_id == thread.outside_id and by.purpose:
        return outside_viewer(thread)
    return by


@transaction.atomic
def say(thread: Thread, said: Said, *, by: Viewer) -> Message:
    """Write one message; it goes to all other sides, and always to somebody of the school.

    The same tap sent twice counts once. Raises Refused with a sentence, ValidationError for a file.
    """
    thread = Thread.objects.select_for_update(of=("self",)).get(pk=thread.pk)
    require(rules.may_write(by, thread))
    text = clean_text(said.text).strip()[:LONGEST]
    known, tap = _tapped(thread, said, text)
    if known is not None:
        return known
    if not text and not said.files:
        raise Refused(_("Write a few words first."))
    if why := rules.why_closed(thread):
        raise Refused(why)
    _not_too_much(said, by)
    keep_up(thread, by=by)
    message = _write(thread, said, text, tap, by)
    _bring(message, said.files, by)
    _move(thread, message, by, calls=said.calls)
    record("thread.say", thread, by=by, via=message.via)
    tell_or_translate(message, by=by)
    return message


def _tapped(thread: Thread, said: Said, text: str) -> tuple[Message | None, str | None]:
    """What this tap said before in the same words; else the id under which it is kept.

    A call asked for again after they talked is new. Other words of the same form get an id of their
    own: sent twice, they are one message, too.
    """
    if not said.tap:
        return None, None
    taps = [said.tap, tap_of(said.tap, text)]
    before = {one.tap: one for one in Message.objects.filter(thread=thread, tap__in=taps)}
    is_again = said.calls and thread.call_asked_at is None
    same = next((one for one in before.values() if one.text == text), None)
    return None if is_again else same, next((one for one in taps if one not in before), None)


def _write(thread: Thread, said: Said, text: str, tap: str | None, by: Viewer) -> Message:
    if by.person is None:
        raise PermissionDenied
    side = rules.side_of(by, thread)
    kept = _kept_words(thread, said, text, by)
    urgent = said.urgent and rules.may_mark_urgent(by, thread)
    made: Message = Message.objects.create(
        school=thread.school, thread=thread, by=by.person, side=side, keeper=thread.keeper,
        at=by.school.now(), text=text, language=by.person.language,
        via=said.via, is_urgent=urgent, tap=tap, placed_by=said.placed_by, translations=kept, own_words=sorted(kept),
    )  # fmt: skip
    return made


def _kept_words(thread: Thread, said: Said, text: str, by: Viewer) -> dict[str, str]:
    """Language → the school's own words, where a short message is sent as it was kept."""
    short = short_of(by.school, said.short) if said.short and by.is_staff else None
    if short is None or by.person is None:
        return {}
    facts = facts_in(thread.about, thread.outside, by)
    whole = {one: facts.filled(words, one) for one, words in short.words.items()}
    return whole if whole.pop(by.person.language, None) == text else {}


def _bring(message: Message, files: Sequence[UploadedFile[Any]], by: Viewer) -> None:
    """Keep what came along, after the checks of uploads. Raises ValidationError, Refused."""
    thread = message.thread
    sender = outside_viewer(thread) if by.person_id == thread.outside_id else by
    for number, file in enumerate(files[:MOST_FILES]):
        upload = take_whole(file, key=f"{message.public_id}-{number}", by=sender)
        use_upload(upload, by=sender)
        MessageFile.objects.create(school=message.school, message=message, upload=upload)


def _not_too_much(said: Said, by: Viewer) -> None:
    """By a link as by e-mail: twenty an hour. Raises Refused."""
    if said.via != Via.LINK or by.person is None:
        return
    if not allow("write-link", by.person.public_id, limit=MANY, seconds=SECONDS):
        raise Refused(_("That was a lot in one hour. If it cannot wait, call the school."))


def _move(thread: Thread, message: Message, by: Viewer, *, calls: bool) -> None:
    """Who waits for whom now; the writer has read what stands above."""
    waits = None if message.side == Side.STAFF else thread.waits_since or message.at
    asked: dict[str, Any] = {"call_asked_at": message.at} if calls else {}
    Thread.objects.filter(pk=thread.pk).update(last_at=message.at, waits_since=waits, **asked)
    Seat.objects.update_or_create(
        thread=thread, person=by.person, defaults={"read_at": message.at},
        create_defaults={
            "school": thread.school, "read_at": message.at, "is_staff": message.side == Side.STAFF,
        },
    )  # fmt: skip
