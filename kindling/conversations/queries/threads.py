"""The list of conversations, and one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from kindling.conversations import rules
from kindling.conversations.hours import hours_of
from kindling.conversations.models import Copy, Message, MessageFile, Thread
from kindling.conversations.rules.people import copies_of, read_at_of, staff_seats
from kindling.conversations.translating import Words, may_translate, wants, words_for
from kindling.notices.models import Notice
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload

State = Notice.State
ARRIVED, LOST = {State.SENT, State.BUNDLED}, {State.FAILED, State.KEPT, State.DROPPED}


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One conversation in a list."""

    public_id: str
    who: Person
    others: str
    about: str
    last_at: datetime
    is_new: bool
    waits: bool
    is_closed: bool


def listed_threads(viewer: Viewer) -> QuerySet[Thread]:
    """The newest first, with when the viewer read them (`read_at`)."""
    rows = rules.visible_threads(viewer)
    read = Subquery(read_at_of(viewer.person_id, OuterRef("pk")))
    return rows.annotate(read_at=read).order_by(
        F("closed_at").asc(nulls_first=True), "-last_at", "-pk"
    )


def thread_rows(viewer: Viewer, threads: Iterable[Thread]) -> list[ThreadRow]:
    """Rows of threads that listed_threads found; no statement."""
    return [_row(viewer, one) for one in threads]


def _row(viewer: Viewer, thread: Thread) -> ThreadRow:
    people = [one for one in sides_of(thread) if one.pk != viewer.person_id]
    read_at: datetime | None = getattr(thread, "read_at", None)
    is_in = viewer.person_id in {one.pk for one in sides_of(thread)} or read_at is not None
    about = thread.about.name if thread.about and not thread.student_id else ""
    return ThreadRow(
        public_id=thread.public_id,
        who=people[0],
        others=", ".join(one.name for one in people[1:]),
        about=about if thread.about and thread.about.person_id != viewer.person_id else "",
        last_at=thread.last_at,
        is_new=is_in and (read_at is None or read_at < thread.last_at),
        waits=thread.waits_since is not None and thread.keeper_id == viewer.person_id,
        is_closed=thread.closed_at is not None,
    )


def sides_of(thread: Thread) -> list[Person]:
    """The three sides that there are: outside, student, school."""
    student = thread.student.person if thread.student else None
    return [one for one in (thread.outside, student, thread.keeper) if one]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one copy, for staff."""

    name: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One message as this viewer reads it."""

    message: Message
    words: Words
    is_own: bool
    files: list[tuple[str, Upload]]
    arrivals: list[Arrival]
    asks_tap: bool  # about safety, and the viewer has not said that they read it


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One conversation."""

    thread: Thread
    title: str
    people: list[tuple[Person, str]]  # with what they are here
    lines: list[Line]
    reads: list[tuple[str, str]]  # name and language of whoever reads another one
    side: str
    is_staff: bool
    why_closed: str
    may_write: bool
    may_join: bool
    may_leave: bool
    may_ring: bool
    asks_tap: bool
    hours: str
    hand_on_to: list[Person]
    asks_machine: bool  # a machine would translate for the viewer, if the family let it


def thread_page(viewer: Viewer, thread: Thread, messages: Iterable[Message]) -> ThreadPage:
    """Gather one conversation that the viewer reads, with these of its messages."""
    thread.school = viewer.school
    is_staff = rules.is_staff_in(viewer, thread)
    side, why = rules.side_of(viewer, thread), rules.why_closed(thread)
    lines = _lines(viewer, thread, list(messages), shows=is_staff or not side)
    others = [one for one in sides_of(thread) if one.pk != viewer.person_id]
    return ThreadPage(
        thread=thread,
        title=_("You and %(names)s") % {"names": ", ".join(one.first for one in others)}
        if side
        else ", ".join(one.name for one in others),
        people=_people(thread),
        lines=lines,
        reads=[] if side not in {Message.Side.STAFF, ""} or viewer.purpose else _reads(thread, viewer),
        side=side, is_staff=is_staff, why_closed=why, may_write=bool(side) and not why,
        may_join=rules.may_join(viewer, thread), may_leave=rules.may_leave(viewer, thread),
        may_ring=rules.may_mark_urgent(viewer, thread),
        asks_tap=any(line.asks_tap for line in lines), hours=hours_of(thread).said(),
        hand_on_to=_others_here(thread) if is_staff else [],
        asks_machine=_asks_machine(viewer, thread, lines),
    )  # fmt: skip


def _asks_machine(viewer: Viewer, thread: Thread, lines: list[Line]) -> bool:
    """Something here is in another language only because the family has not said yes to a machine.

    No statement where no translator is named or everything is in the reader's language.
    """
    reads = viewer.person.language if viewer.person else ""
    other = {line.words.language for line in lines if not line.is_own} - {reads}
    return any(wants(viewer.school, one, [reads]) for one in other) and not may_translate(thread)


def _others_here(thread: Thread) -> list[Person]:
    """Who of the school could keep it instead."""
    but = rules.not_its_keepers(thread) | {thread.keeper_id}
    return list(rules.staff_today(thread.school).exclude(pk__in=but))


def _people(thread: Thread) -> list[tuple[Person, str]]:
    found = []
    if thread.outside:
        found.append((thread.outside, str(thread.get_outside_as_display())))
    if thread.student:
        found.append((thread.student.person, _("Student")))
    found.append((thread.keeper, _("School")))
    staff = [one.person for one in staff_seats(thread)]
    return found + [(one, _("School")) for one in staff if one.pk != thread.keeper_id]


def _reads(thread: Thread, viewer: Viewer) -> list[tuple[str, str]]:
    """Who reads another language than the viewer, for staff."""
    own = viewer.person.language if viewer.person else ""
    return [
        (one.first, language_name(one.language)) for one in sides_of(thread) if one.language != own
    ]


def language_name(code: str) -> str:
    """The language in the reader's own words; the code of one that nobody has named."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _lines(viewer: Viewer, thread: Thread, messages: list[Message], *, shows: bool) -> list[Line]:
    files: dict[int, list[tuple[str, Upload]]] = defaultdict(list)
    for one in _files(thread, messages):
        files[one.message_id].append((one.public_id, one.upload))
    copies: dict[int, list[Copy]] = defaultdict(list)
    for copy in copies_of(messages):
        copies[copy.message_id].append(copy)
    return [
        Line(
            message=one, words=_words(viewer, one), is_own=one.by_id == viewer.person_id, files=files[one.pk],
            arrivals=[_arrival(copy, one) for copy in copies[one.pk]] if shows else [],
            asks_tap=one.is_urgent
            and any(c.person_id == viewer.person_id and not c.seen_at for c in copies[one.pk]),
        )
        for one in messages
    ]  # fmt: skip


def _words(viewer: Viewer, message: Message) -> Words:
    """One's own words as one wrote them; others’ in one's language where a machine translated."""
    if message.by_id == viewer.person_id or viewer.person is None:
        return Words(message.text, message.language)
    return words_for(message, viewer.person.language)


def _files(thread: Thread, messages: list[Message]) -> Iterable[MessageFile]:
    return rules.files_of(thread).filter(message__in=[one.pk for one in messages])


def _arrival(copy: Copy, message: Message) -> Arrival:
    """How one copy went out; whether it was read is asked of safety only."""
    name = copy.person.first
    if message.is_urgent and copy.seen_at:
        return Arrival(name, _("has read it"), "good")
    if copy.notice is None or copy.notice.state in ARRIVED:
        words = _("not yet read") if message.is_urgent else _("sent")
        return Arrival(name, words, "warn" if message.is_urgent else "quiet")
    if copy.notice.state in LOST:
        return Arrival(name, copy.notice.error or _("could not be sent"), "alert")
    return Arrival(name, _("on its way"), "info")
