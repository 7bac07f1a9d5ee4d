"""Forget in time: words after a month, rows after a year, a stranger's after a week."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.letterbox.models import Mail

WORDS, ROWS, STRANGERS = timedelta(days=30), timedelta(days=365), timedelta(days=7)


@every(hours=6)
def purge_mails() -> None:
    """Safe to run at any time; what landed stays where it landed."""
    now = timezone.now()
    Mail.objects.filter(Q(at__lt=now - ROWS) | Q(school=None, at__lt=now - STRANGERS)).delete()
    old = Mail.objects.filter(at__lt=now - WORDS, erased_at=None)
    old.update(text="", subject="", erased_at=now)
