"""By the clock: what belongs to no school ends, and a run goes on whose worker was killed."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import DateTimeField
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.inventory.reading import fields_of, inventory
from kindling.inventory.words import KEEPS, Clock
from kindling.privacy.actions.running import count_run, do_run
from kindling.privacy.ending.bundle import plain
from kindling.privacy.ending.whose import months_before
from kindling.privacy.models import Run


@every(hours=24)
def sweep_what_is_no_schools() -> None:
    """Delete rows past their end in tables without a school. They name no student."""
    now = timezone.now()
    for kept in inventory().values():
        names = {f.name: f for f in fields_of(kept.model)}
        if KEEPS[kept.keep].clock != Clock.WRITTEN or "school" in names:
            continue
        before = months_before(now.date(), KEEPS[kept.keep].months)
        since = kept.since
        way = f"{since}__date__lt" if isinstance(names[since], DateTimeField) else f"{since}__lt"
        with transaction.atomic():
            plain(kept.model).filter(**{way: before}).delete()


@every(minutes=30)
def go_on_with_runs() -> None:
    """Begin again what nobody has finished for an hour; each step is done once or not at all."""
    old = timezone.now() - timedelta(hours=1)
    for run in Run.objects.filter(state=Run.State.COUNTING, created_at__lt=old)[:10]:
        count_run.enqueue(run.pk)
    for run in Run.objects.filter(state=Run.State.RUNNING, begun_at__lt=old)[:10]:
        do_run.enqueue(run.pk, run.by_id)
