"""The log of a pass: short, because every mail scanner opens links too."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from kindling.passes.models import Pass, PassUse

OFTEN = timedelta(hours=1)  # the same thing is written once in this time
MOST = 500  # rows of one pass


def note_use(held: Pass, what: str, device_hash: str = "") -> None:
    """Write that the pass was opened, used or turned away; at most once an hour for each."""
    now = timezone.now()
    lately = PassUse.objects.filter(held=held, what=what, device_hash=device_hash)
    if lately.filter(at__gt=now - OFTEN).exists():
        return
    if PassUse.objects.filter(held=held).count() < MOST:
        PassUse.objects.create(
            school=held.school, held=held, at=now, what=what, device_hash=device_hash
        )
