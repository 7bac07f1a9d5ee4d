"""Tell people something: write it now, send it after the transaction, try again when it fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_many, take_step
from kindling.kit.http import Refused, require
from kindling.notices import delivery, rules
from kindling.notices.letters import CODE
from kindling.notices.models import Notice
from kindling.notices.posting import enqueue_after_commit
from kindling.notices.reaching import contact_of, contacts_of
from kindling.notices.still import why_not_any_more
from kindling.notices.writing import address, write
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

State = Notice.State
BATCH = 500
FEW = 20  # more than these leave by the clock, within half a minute: nobody waits for the queue


@transaction.atomic
def notify(
    person: Person,
    kind: str,
    context: Mapping[str, Any],
    *,
    by: Viewer,
    link_id: str = "",
    url: str = "",
    code: str = "",
    reply_id: str = "",
    urgent: bool = False,
    at_once: bool = False,
    until: datetime | None = None,
) -> Notice:
    """Queue one message and return it. It leaves after the transaction commits, never inside.

    kind: "app/verb", the template <app>/email/<verb>.txt: subject first. link_id: the public id of a pass; url: a path such as "/harbor-view/places/". One of them
    takes the place of "{link}" when it is sent, `code` that of "{code}". reply_id: kit/replying.
    urgent: somebody's safety. It goes at night too, and by another way at once when one fails.
    at_once: a person pressed a button for it just now, so it does not wait for the morning.
    until: of no use afterwards; then it is dropped, with a note in the outbox.
    It goes by the way the person chose, else the usual one; with no address it is kept as failed.
    """
    facts: Any = {"link_id": link_id, "url": url, "code": code, "reply_id": reply_id}
    facts |= {"urgent": urgent, "at_once": at_once, "until": until}
    notice = write(contact_of(person, kind), kind, context, **facts)
    notice.save()
    record("notice.queue", notice, by=by, kind=kind)
    enqueue_after_commit([notice])
    return notice


def notify_many(
    people: Iterable[Person],
    kind: str,
    context: Mapping[str, Any],
    *,
    by: Viewer,
    url: str = "",
    urgent: bool = False,
    until: datetime | None = None,
) -> list[Notice]:
    """Queue the same message to many, each in their own language; a constant few statements."""
    letters = [Letter(person, context, url=url, urgent=urgent, until=until) for person in people]
    return notify_each(letters, kind, by=by)


@dataclass(frozen=True)
class Letter:
    """What one of many is told: the same kind of message, with facts of their own.

    calendar: a file of kit/ical that goes along where it travels by e-mail. reply_id: as in notify.
    """

    person: Person
    context: Mapping[str, Any]
    link_id: str = ""
    url: str = ""
    urgent: bool = False
    until: datetime | None = None
    calendar: str = ""
    reply_id: str = ""


@transaction.atomic
def notify_each(letters: Sequence[Letter], kind: str, *, by: Viewer) -> list[Notice]:
    """Queue one message of this kind for each letter, in their order; a constant few statements."""
    contacts = contacts_of([letter.person for letter in letters])
    notices = [
        write(
            contact, kind, one.context, urgent=one.urgent, until=one.until, url=one.url,
            link_id=one.link_id, calendar=one.calendar, reply_id=one.reply_id,
        )
        for one, contact in zip(letters, contacts, strict=True)
    ]  # fmt: skip
    if len(notices) > FEW:
        for notice in notices:
            if notice.state == State.QUEUED:
                notice.next_at = timezone.now()
    Notice.objects.bulk_create(notices, batch_size=BATCH)
    record_many("notice.queue", notices, by=by, kind=kind)
    if len(notices) <= FEW:
        enqueue_after_commit(notices)
    return notices


@transaction.atomic
def send_again(notice: Notice, *, by: Viewer) -> None:
    """Queue it once more, to the contact on file today. Refused while it waits or is under way."""
    require(rules.may_send_again(by, notice))
    if CODE in notice.body:
        raise Refused(_("A code works once and for ten minutes. They can ask for a new one."))
    if why := why_not_any_more(notice):
        raise Refused(why)
    fresh = copy(notice)
    address(fresh, contact_of(notice.person, notice.kind))
    if not fresh.ways:
        raise Refused(_("There is no e-mail address or phone number on file. Add one first."))
    take_step(
        notice,
        "send_again",
        by=by,
        tries=0,
        error="",
        until=None,
        carrier=None,
        ways=fresh.ways,
        channel=fresh.channel,
        address=fresh.address,
        next_at=timezone.now() + delivery.GRACE,
    )
    enqueue_after_commit([notice])
