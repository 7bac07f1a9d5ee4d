"""Close a conversation, open it again, and ask for an interpreter."""

from __future__ import annotations

from django.db import transaction

from kindling.conversations import rules
from kindling.conversations.models import Thread
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def close(thread: Thread, *, by: Viewer) -> None:
    """Nobody writes here any more; all still read it."""
    require(rules.may_close(by, thread))
    open_ones = Thread.objects.filter(pk=thread.pk, closed_at__isnull=True)
    if open_ones.update(closed_at=by.school.now(), waits_since=None):
        record("thread.close", thread, by=by)


@transaction.atomic
def reopen(thread: Thread, *, by: Viewer) -> None:
    """It goes on."""
    require(rules.may_close(by, thread))
    if Thread.objects.filter(pk=thread.pk, closed_at__isnull=False).update(closed_at=None):
        record("thread.reopen", thread, by=by)


@transaction.atomic
def ask_interpreter(thread: Thread, *, by: Viewer) -> None:
    """Somebody in it wants an interpreter: it waits for the coordinator. Asked twice counts once."""
    require(rules.may_write(by, thread))
    rows = Thread.objects.filter(pk=thread.pk, interpreter_asked_at__isnull=True)
    if rows.update(interpreter_asked_at=by.school.now(), interpreter_asked_by=by.person):
        record("thread.ask_interpreter", thread, by=by)


@transaction.atomic
def settle_interpreter(thread: Thread, *, by: Viewer) -> None:
    """An interpreter was found, or none is wanted any more."""
    require(rules.may_settle_interpreter(by, thread))
    rows = Thread.objects.filter(pk=thread.pk, interpreter_asked_at__isnull=False)
    if rows.update(interpreter_asked_at=None, interpreter_asked_by=None):
        record("thread.settle_interpreter", thread, by=by)


@transaction.atomic
def settle_call(thread: Thread, *, by: Viewer) -> None:
    """Somebody of the school has called."""
    require(rules.may_close(by, thread))
    rows = Thread.objects.filter(pk=thread.pk, call_asked_at__isnull=False)
    if rows.update(call_asked_at=None, waits_since=None):
        record("thread.settle_call", thread, by=by)
