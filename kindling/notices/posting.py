"""Hand a notice to the worker."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.tasks import task

from kindling.notices import delivery
from kindling.notices.kinds import is_asked_for
from kindling.notices.models import Notice

SOON = 50  # of 100: before everything that nobody waits for


@task
def deliver_notice(pk: int) -> str:
    """Send one notice if nobody else does, and return the state it is in afterwards."""
    return delivery.deliver(pk)


def enqueue_after_commit(notices: Iterable[Notice]) -> None:
    """Let the worker send these as soon as the transaction is over.

    Safety, and what somebody waits for, stands before the others in the queue.
    """
    for notice in notices:
        if notice.state == Notice.State.QUEUED:
            is_soon = notice.is_urgent or is_asked_for(notice.kind)
            sending = deliver_notice.using(priority=SOON) if is_soon else deliver_notice
            transaction.on_commit(partial(sending.enqueue, notice.pk), robust=True)
