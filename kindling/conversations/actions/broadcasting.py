"""One message to many: written down at once, sent by one task that goes on where it stopped."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.tasks import task
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.chores.clockwork import every
from kindling.conversations import rules
from kindling.conversations.actions.saying import Said, say
from kindling.conversations.models import Broadcast, BroadcastLine, Copy, Message, Thread
from kindling.conversations.shorts import Facts, Reading, facts_of, reading, short_of
from kindling.conversations.sides import viewer_in
from kindling.conversations.translating import Words, harmless, translated, words_for
from kindling.history.steps import record, take_step
from kindling.kit.editing import clean_text
from kindling.kit.http import Refused, require
from kindling.kit.signing import tap_of
from kindling.notices.actions import Letter, notify_each
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

AT_ONCE = 100
State = Broadcast.State


@transaction.atomic
def broadcast(
    text: str, to: str, *, advisory: Advisory | None = None, grade: str = "", urgent: bool = False,
    tap: str = "", short: str = "", by: Viewer,
) -> Broadcast:  # fmt: skip
    """Write to the students of a group, their families or their mentors. The same tap counts once.

    Raises Refused where nobody would get it.
    """
    require(rules.may_broadcast(by) and (by.is_leader or advisory is not None))
    if advisory is not None:
        require(rules.advisories_to_write_to(by).filter(pk=advisory.pk).exists())
    tap = tap_of(tap, text, to, advisory and advisory.pk, grade) if tap else ""
    Person.objects.select_for_update().filter(pk=by.person_id or 0).first()  # the second tap waits
    taken = Broadcast.objects.filter(by=by.person, tap=tap).first() if tap else None
    if taken is not None:
        return taken
    found, text = rules.audience(by, to, advisory=advisory, grade=grade), clean_text(text).strip()
    if not found or not text or by.person is None:
        raise Refused(_("Nobody would get this. Choose others."))
    made: Broadcast = Broadcast.objects.create(
        school=by.school, by=by.person, at=by.school.now(), text=text, to=to, advisory=advisory,
        grade=grade, language=by.person.language, is_urgent=urgent, tap=tap or None,
        **_kept_words(text, short, by.person.language, by),
    )  # fmt: skip
    lines = [BroadcastLine(school=by.school, broadcast=made, person=p, about=s) for p, s in found]
    BroadcastLine.objects.bulk_create(lines, batch_size=500)
    record("broadcast.send", made, by=by, people=len(found), to=to)
    transaction.on_commit(partial(send_broadcast.enqueue, made.pk), robust=True)
    return made


def _kept_words(text: str, key: str, language: str, by: Viewer) -> dict[str, Any]:
    """A short message fills its fields for each; sent as it was kept, it has its own languages."""
    short = short_of(by.school, key) if key else None
    if short is None:
        return {}
    words = dict(short.words)
    kept = words if words.pop(language, "").strip() == text else {}
    return {"fills": True, "translations": kept, "own_words": sorted(kept)}


@task
def send_broadcast(pk: int) -> int:
    """Hand over what is not handed over yet; return how many. Killed, it goes on; never twice."""
    made = Broadcast.objects.select_related("school", "by").get(pk=pk)
    _translate(made)
    sent = 0
    while number := _portion(pk):
        sent += number
    return sent


def _translate(made: Broadcast) -> None:
    """Ask once for each language that its readers read; without a translator all read the original."""
    if set(made.translations) - set(made.own_words) or made.is_urgent:
        return
    lines = BroadcastLine.objects.filter(broadcast=made)
    wanted = set(lines.values_list("person__language", flat=True).distinct())
    wanted -= set(made.translations)
    if found := translated(made.school, made.text, made.language, wanted):
        Broadcast.objects.filter(pk=made.pk).update(translations=found | made.translations)


@transaction.atomic
def _portion(pk: int) -> int:
    """A hundred more, letters and lines in one transaction; two workers take turns."""
    made = Broadcast.objects.select_for_update(of=("self",)).get(pk=pk)
    system = Viewer.system(made.school)
    rows = BroadcastLine.objects.filter(broadcast=made, sent_at__isnull=True)
    lines = list(rows.select_related("person__school", "about__person").order_by("pk")[:AT_ONCE])
    if not lines:
        if made.state == State.SENDING:
            take_step(made, "finish", by=system)
        return 0
    facts = _facts(made, lines)
    letters = [_letter(made, line, facts) for line in lines]
    notices = notify_each(letters, "conversations/broadcast", by=system)
    for line, notice in zip(lines, notices, strict=True):
        line.notice, line.sent_at = notice, made.school.now()
    BroadcastLine.objects.bulk_update(lines, ["notice", "sent_at"])
    return len(lines)


def _facts(made: Broadcast, lines: list[BroadcastLine]) -> dict[Reading, Facts]:
    """What is filled in for each line; nothing where no short message was used."""
    if not made.fills:
        return {}
    return facts_of(made.school, [(one.person, one.about) for one in lines if one.about])


def _words(made: Broadcast, line: BroadcastLine, facts: dict[Reading, Facts]) -> Words:
    """The words as this person reads them."""
    words = words_for(made, line.person.language)
    found = facts.get(reading(line.person, line.about)) if line.about else None
    return found.words(words) if found else words


def _letter(made: Broadcast, line: BroadcastLine, facts: dict[Reading, Facts]) -> Letter:
    words = harmless(_words(made, line, facts))
    told = {"broadcast": made, "writer": made.by, "words": words, "about": line.about}
    return Letter(line.person, told, urgent=made.is_urgent, reply_id=line.public_id)


@transaction.atomic
def answer_broadcast(line: BroadcastLine, said: Said) -> Message:
    """One of many writes back: a conversation with who wrote begins, the broadcast on top of it.

    Whose address it is has been asked. Raises Refused.
    """
    line = BroadcastLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    thread = line.thread
    if thread is None or thread.closed_at is not None:
        thread = _begin_from(line)
    return say(thread, said, by=viewer_in(thread, line.person))


def _begin_from(line: BroadcastLine) -> Thread:
    made, sides = line.broadcast, rules.answered_as(line)
    found = _facts(made, [line]).get(reading(line.person, line.about)) if line.about else None
    fill = found.filled if found else lambda text, _language: text
    thread = Thread.objects.create(school=line.school, keeper=made.by, last_at=made.at, **sides)
    message = Message.objects.create(
        school=line.school, thread=thread, by=made.by, side=Message.Side.STAFF, keeper=made.by,
        at=made.at, text=fill(made.text, made.language), language=made.language,
        translations={one: fill(text, one) for one, text in made.translations.items()},
        own_words=made.own_words,
    )  # fmt: skip
    Copy.objects.create(school=line.school, message=message, person=line.person, notice=line.notice)
    BroadcastLine.objects.filter(pk=line.pk).update(thread=thread)
    record("thread.begin", thread, by=Viewer.system(line.school), broadcast=made.public_id)
    return thread


@every(minutes=1)
def go_on_sending() -> None:
    """What a killed worker left unsent."""
    for pk in Broadcast.objects.filter(state=State.SENDING).values_list("pk", flat=True)[:20]:
        send_broadcast.enqueue(pk)
