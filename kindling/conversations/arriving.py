"""Answers by e-mail and by text: whose they are, and how the words come into the conversation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.conversations import rules
from kindling.conversations.actions import Said, answer_broadcast, say
from kindling.conversations.models import BroadcastLine, Copy, Message, Seat, Thread
from kindling.conversations.sides import viewer_in
from kindling.kit.http import Refused
from kindling.letterbox.along import Addressee, Answered
from kindling.schools.models import Person
from kindling.texts.along import Heard

WHILE = timedelta(days=14)  # so long a text answers what was sent


def addressee_of(reply_id: str) -> Addressee | None:
    """Whose address of a conversation this is; None where nobody answers to it any more."""
    seats = Seat.objects.filter(public_id=reply_id, until_at__isnull=True)
    related = ("person__user", "school", "thread__keeper", "thread__outside", "thread__school")
    seat = seats.select_related(*related).first()
    if seat is None:
        return None
    thread, person = seat.thread, seat.person
    person.school = thread.school = seat.school
    if not _is_in(thread, person):
        return None
    return Addressee(
        person, thread.keeper, thread.public_id,
        lambda answered: _take(thread, person, _said(answered)),
    )  # fmt: skip


def answers_broadcast(reply_id: str) -> Addressee | None:
    """Who of many writes back."""
    lines = BroadcastLine.objects.filter(public_id=reply_id)
    related = ("person__user", "school", "broadcast__by", "about__person", "thread")
    line = lines.select_related(*related).first()
    if line is None:
        return None
    line.person.school = line.school

    def take(answered: Answered) -> None:
        answer_broadcast(line, _said(answered))

    return Addressee(line.person, line.broadcast.by, line.broadcast.public_id, take)


def _said(answered: Answered) -> Said:
    files = [SimpleUploadedFile(one.name or "file", one.data) for one in answered.files]
    return Said(answered.text, Message.Via.EMAIL, answered.key, files=files)


def _is_in(thread: Thread, person: Person) -> bool:
    return rules.visible_threads(viewer_in(thread, person)).filter(pk=thread.pk).exists()


def _take(thread: Thread, person: Person, said: Said) -> None:
    say(thread, said, by=viewer_in(thread, person))


def hears(people: Sequence[Person], body: str, sid: str, only: int | None) -> Heard | None:
    """Words by text from somebody to whom something was sent lately; None from everybody else.

    only: the key of who it is about, where we asked back.
    """
    open_ones = _open_ones(people)
    if _two_could_speak(open_ones, people):
        return None
    found = _by_whom_it_is_about(open_ones)
    if only is not None:
        found = {key: one for key, one in found.items() if key == only}
    if len(found) > 1:
        return Heard(people[0], "", [_whose(thread) for thread, _person in found.values()])
    said = Said(body, Message.Via.SMS, sid)
    if found:
        thread, person = next(iter(found.values()))
        return _heard(person, thread.keeper, lambda: _take(thread, person, said))
    line = _line_of(people) if only is None else None
    if line is None:
        return None
    return _heard(line.person, line.broadcast.by, lambda: answer_broadcast(line, said))


def _whose(thread: Thread) -> Person:
    """Whom it is about, for the question which one is meant."""
    person = thread.about.person if thread.about is not None else thread.keeper
    person.school = thread.school
    return person


def _heard(person: Person, staff: Person, act: Callable[[], object]) -> Heard:
    try:
        act()
    except (Refused, PermissionDenied) as no:
        return Heard(person, str(no), [])
    return Heard(person, _("%(name)s has your message.") % {"name": staff.first}, [])


def _line_of(people: Sequence[Person]) -> BroadcastLine | None:
    """The newest message to many that one of these people got."""
    since = timezone.now() - WHILE
    lines = BroadcastLine.objects.filter(person__in=people, broadcast__at__gt=since)
    lines = lines.select_related("person", "school", "broadcast__by", "about__person")
    line = lines.order_by("-broadcast__at", "-pk").first()
    if line is not None:
        line.person = next(one for one in people if one.pk == line.person_id)
        line.person.school = line.school
    return line


def _two_could_speak(open_ones: list[tuple[Thread, Person]], people: Sequence[Person]) -> bool:
    """Whether a student shares this number with somebody who has something to answer, too.

    Then the words of one could go to a mentor under the name of the other: so it is nobody's.
    """
    students = {person.pk for thread, person in open_ones if person.pk == thread.student_id}
    others = [one for one in people if one.pk not in students]
    if not students or not others:
        return False
    return any(person in others for _thread, person in open_ones) or _line_of(others) is not None


def _by_whom_it_is_about(
    open_ones: list[tuple[Thread, Person]],
) -> dict[int, tuple[Thread, Person]]:
    """Key of whom it is about → the newest of them."""
    found: dict[int, tuple[Thread, Person]] = {}
    for thread, person in open_ones:
        key = thread.about.person_id if thread.about is not None else 0
        found.setdefault(key, (thread, person))
    return found


def _open_ones(people: Sequence[Person]) -> list[tuple[Thread, Person]]:
    """Conversations of whoever has this number, the newest first.

    Staff answer on the page or by e-mail: to which of many a text would belong nobody knows.
    """
    since = timezone.now() - WHILE
    copies = Copy.objects.filter(person__in=people, message__at__gt=since)
    copies = copies.select_related(
        "message__thread__about__person", "message__thread__keeper", "message__thread__school",
        "message__thread__outside",
    )  # fmt: skip
    by_key = {one.pk: one for one in people}
    found: list[tuple[Thread, Person]] = []
    for copy in copies.order_by("-message__at", "-pk")[:20]:
        thread, person = copy.message.thread, by_key[copy.person_id]
        sides = (thread.outside_id, thread.student_id)
        if person.pk in sides and (thread, person) not in found and _is_in(thread, person):
            found.append((thread, person))
    return found
