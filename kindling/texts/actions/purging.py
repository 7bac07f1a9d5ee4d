"""Forget in time: the words after a month, the row after a year, a stranger's after a week."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.texts.models import Text

WORDS, ROWS, STRANGERS = timedelta(days=30), timedelta(days=365), timedelta(days=7)


@every(hours=6)
def purge_texts() -> None:
    """Safe to run at any time; what came of a message stays in the history of its school."""
    now = timezone.now()
    nobodys = Q(school=None) | Q(state=Text.State.ASIDE)
    gone = Q(at__lt=now - ROWS) | (nobodys & Q(at__lt=now - STRANGERS))
    Text.objects.filter(gone).delete()
    old = Text.objects.filter(at__lt=now - WORDS, erased_at=None)
    old.update(body="", reply="", choices=[], erased_at=now)
