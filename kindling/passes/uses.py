"""The log of a pass: short, because every mail scanner opens links too."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from kindling.kit.inserting import insert_rows
from kindling.kit.prepared import prepared
from kindling.passes.models import Pass, PassUse

OFTEN = timedelta(hours=1)  # the same thing is written once in this time
MOST = 500  # rows of one pass


def note_use(held: Pass, what: str, device_hash: str = "") -> None:
    """Write that the pass was opened, used or turned away; at most once an hour for each."""
    now = timezone.now()
    told = _told(held=held.pk, what=what, device=device_hash, since=now - OFTEN)
    written, lately = told[0] if told else (0, 0)
    if not lately and written < MOST:
        use = {"school_id": held.school_id, "held_id": held.pk, "at": now, "what": what}
        insert_rows(PassUse, [use | {"device_hash": device_hash}])


@prepared
def _told(held: int, what: str, device: str, since: datetime) -> QuerySet[Any]:
    """How many rows the pass has, and how many of them say the same since then; or nothing."""
    same = Q(what=what, device_hash=device, at__gt=since)
    uses = PassUse.objects.filter(held=held).order_by().values("held")
    told = uses.annotate(all=Count("pk"), lately=Count("pk", filter=same))
    return told.values_list("all", "lately")
