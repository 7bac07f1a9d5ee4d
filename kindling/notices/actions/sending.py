"""The clock looks after what waits: for its next try, for the morning, for a gateway."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.notices import delivery, outages
from kindling.notices.kinds import SIGN_IN
from kindling.notices.models import Notice
from kindling.notices.posting import deliver_notice

State = Notice.State
BATCH = 500


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


@every(seconds=20)
@transaction.atomic
def release_held_notices() -> None:
    """In the morning, or when a gateway works again: one message a person, whatever waited.

    A gateway that rested is tried with one message first, the one tried least so far: a number
    that is wrong must not stand for the gateway. What is of no use any more is dropped.
    """
    now = timezone.now()
    due = Notice.objects.filter(state=State.HELD, next_at__lte=now)
    due = due.select_for_update(of=("self",)).select_related("school")
    paused = outages.paused_channels()
    for channel in [channel for channel, until in paused.items() if until <= now]:
        _let_go(list(due.filter(channel=channel).order_by("tries", "pk")[:1]))
    _let_go(list(due.exclude(channel__in=paused).order_by("person", "channel", "pk")[:BATCH]))


def _let_go(held: list[Notice]) -> None:
    """Queue these, together where they go to the same person by the same way.

    What signs somebody in goes alone: to another address, perhaps.
    """
    now = timezone.now()
    first: dict[tuple[int, str, int, str], Notice] = {}
    riders: dict[int, list[int]] = {}
    for notice in held:
        if notice.until and notice.until <= now:
            late = {"state": State.DROPPED, "error": delivery.too_late(notice)}
            Notice.objects.filter(pk=notice.pk).update(**late)
            continue
        alone = notice.pk if notice.kind in SIGN_IN else 0
        # One letter has one address to answer to.
        key = (notice.person_id, notice.channel, alone, notice.reply_id)
        carrier = first.setdefault(key, notice)
        if carrier is not notice:
            riders.setdefault(carrier.pk, []).append(notice.pk)
    going = [notice.pk for notice in first.values()]
    Notice.objects.filter(pk__in=going).update(state=State.QUEUED, next_at=now)
    for carrier_pk, pks in riders.items():
        Notice.objects.filter(carrier__in=pks).update(carrier=carrier_pk)
        Notice.objects.filter(pk__in=pks).update(state=State.BUNDLED, carrier=carrier_pk)
