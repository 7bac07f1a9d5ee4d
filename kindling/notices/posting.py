"""Hand a notice to the worker."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.tasks import task

from kindling.notices import delivery
from kindling.notices.models import Notice


@task
def deliver_notice(pk: int) -> str:
    """Send one notice if nobody else does, and return the state it is in afterwards."""
    return delivery.deliver(pk)


def enqueue_after_commit(notices: Iterable[Notice]) -> None:
    """Let the worker send these as soon as the transaction is over."""
    for notice in notices:
        if notice.state == Notice.State.QUEUED:
            transaction.on_commit(partial(deliver_notice.enqueue, notice.pk), robust=True)
