"""Tell people something: write it now, send it after the transaction, try again when it fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, record_many, take_step
from kindling.kit.http import Refused, require
from kindling.notices import delivery, rules
from kindling.notices.letters import CODE, way_to, write
from kindling.notices.models import Notice
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
) -> Notice:
    """Queue one message and return it. It leaves after the transaction commits, never inside.

    kind: "app/verb", the template <app>/email/<verb>.txt (its first line is the subject).
    link_id: the public id of a pass; url: a path such as "/harbor-view/places/". One of them
    takes the place of "{link}" when it is sent, `code` that of "{code}".
    By e-mail when there is an address, else by text message; with neither it is kept as failed.
    """
    notice = write(person, kind, context, link_id=link_id, url=url, code=code)
    notice.save()
    record("notice.queue", notice, by=by, kind=kind)
    _enqueue_after_commit([notice])
    return notice


@transaction.atomic
def notify_many(
    people: Iterable[Person], kind: str, context: Mapping[str, Any], *, by: Viewer, url: str = ""
) -> list[Notice]:
    """Queue the same message to many, each in their own language; a constant few statements."""
    notices = [write(person, kind, context, url=url) for person in people]
    if len(notices) > FEW:
        for notice in notices:
            notice.next_at = timezone.now()
    Notice.objects.bulk_create(notices, batch_size=BATCH)
    record_many("notice.queue", notices, by=by, kind=kind)
    if len(notices) <= FEW:
        _enqueue_after_commit(notices)
    return notices


@transaction.atomic
def send_again(notice: Notice, *, by: Viewer) -> None:
    """Queue it once more, to the contact on file today. Refused while it waits or is under way."""
    require(rules.may_send_again(by, notice))
    channel, address = way_to(notice.person)
    if not address:
        raise Refused(_("There is no e-mail address or phone number on file. Add one first."))
    if CODE in notice.body:
        raise Refused(_("A code works once and for ten minutes. They can ask for a new one."))
    take_step(
        notice,
        "send_again",
        by=by,
        tries=0,
        error="",
        channel=channel,
        address=address,
        next_at=timezone.now() + delivery.GRACE,
    )
    _enqueue_after_commit([notice])


def _enqueue_after_commit(notices: list[Notice]) -> None:
    for notice in notices:
        if notice.state == State.QUEUED:
            transaction.on_commit(partial(deliver_notice.enqueue, notice.pk), robust=True)


@task
def deliver_notice(pk: int) -> str:
    """Send one notice if nobody else does, and return the state it is in afterwards."""
    return delivery.deliver(pk)


@every(seconds=20)
def enqueue_due_notices() -> None:
    """Queue what waits for its next try, or whose task got lost."""
    now = timezone.now()
    due = Notice.objects.filter(state=State.QUEUED, next_at__lte=now).order_by("next_at")
    for pk in due.values_list("pk", flat=True)[:BATCH]:
        # The time moves first, so that two workers do not queue it twice.
        mine = Notice.objects.filter(pk=pk, state=State.QUEUED, next_at__lte=now)
        if mine.update(next_at=now + delivery.GRACE):
            deliver_notice.enqueue(pk)


@every(minutes=1)
def free_stuck_notices() -> None:
    """Take back what a killed worker held. It may arrive twice, which is better than never."""
    now = timezone.now()
    stuck = Notice.objects.filter(state=State.SENDING, next_at__lte=now)
    stuck.filter(tries__gt=len(delivery.BACK_OFF)).update(
        state=State.FAILED, error="The worker stopped while sending it, again and again."
    )
    stuck.update(state=State.QUEUED, next_at=now)
