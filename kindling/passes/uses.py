"""The log of a pass: short, because every mail scanner opens links too."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from kindling.kit.inserting import insert_unless
from kindling.passes.models import Pass, PassUse

OFTEN = timedelta(hours=1)  # the same thing is written once in this time
MOST = 500  # rows of one pass


def note_use(held: Pass, what: str, device_hash: str = "") -> None:
    """Write that the pass was opened, used or turned away; at most once an hour for each.

    One statement.
    """
    now = timezone.now()
    use = {"school_id": held.school_id, "held_id": held.pk, "at": now, "what": what}
    since = connection.ops.adapt_datetimefield_value(now - OFTEN)
    same = [held.pk, what, device_hash, since]
    insert_unless(PassUse, use | {"device_hash": device_hash}, FULL, [*same, held.pk])


LOG = PassUse._meta.db_table  # noqa: SLF001
# The same since then, or too many rows already.
FULL = f"""EXISTS (SELECT 1 FROM {LOG} WHERE held_id = %s AND what = %s AND device_hash = %s
 AND "at" > %s) OR EXISTS (SELECT 1 FROM {LOG} WHERE held_id = %s LIMIT 1 OFFSET {MOST - 1})"""  # noqa: S608
