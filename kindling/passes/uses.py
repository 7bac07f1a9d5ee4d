"""The log of a pass: short, because every mail scanner opens links too."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from kindling.passes.models import Pass, PassUse

OFTEN = timedelta(hours=1)  # the same thing is written once in this time
MOST = 500  # rows of one pass


def note_use(held: Pass, what: str, device_hash: str = "") -> None:
    """Write that the pass was opened, used or turned away; at most once an hour for each."""
    now = timezone.now()
    same = Q(what=what, device_hash=device_hash, at__gt=now - OFTEN)
    uses = PassUse.objects.filter(held=held)
    told = uses.aggregate(all=Count("pk"), lately=Count("pk", filter=same))
    if not told["lately"] and told["all"] < MOST:
        PassUse.objects.create(
            school=held.school, held=held, at=now, what=what, device_hash=device_hash
        )
