"""The table of work by the clock: name, how often, and what to call."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from kindling.chores.models import Chore


@dataclass(frozen=True)
class Registered:
    """`run` must be safe to call twice and catches up by itself when runs were missed."""

    name: str
    every: timedelta
    run: Callable[[], None]


SILENCE = timedelta(minutes=3)  # something is due every minute; after this no worker runs
REGISTRY: dict[str, Registered] = {}


def every(**interval: float) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a function as a chore: `@every(minutes=5)`. The name is its dotted path."""

    def register(run: Callable[[], None]) -> Callable[[], None]:
        name = f"{run.__module__}.{run.__qualname__}"
        REGISTRY[name] = Registered(name, timedelta(**interval), run)
        return run

    return register


def due(now: datetime) -> list[Registered]:
    """Return what is due, in one statement that locks nothing: workers look every few seconds."""
    last = dict(Chore.objects.values_list("name", "last_at"))
    return [
        chore
        for chore in REGISTRY.values()
        if (ran := last.get(chore.name)) is None or ran <= now - chore.every
    ]


def is_ticking(now: datetime | None = None) -> bool:
    """Say whether some worker has minded the clock in the last minutes."""
    last = Chore.objects.aggregate(last=models.Max("last_at"))["last"]
    return last is not None and last > (now or timezone.now()) - SILENCE


def claim(chore: Registered, now: datetime) -> bool:
    """Say whether this worker may run the chore now. With many workers, one gets True."""
    Chore.objects.get_or_create(name=chore.name)
    is_due = models.Q(last_at__isnull=True) | models.Q(last_at__lte=now - chore.every)
    return bool(Chore.objects.filter(is_due, name=chore.name).update(last_at=now))


def run_due(now: datetime | None = None) -> list[str]:
    """Run every chore that is due, once, and return their names. One failing stops no other."""
    ran, moment = [], now or timezone.now()
    for chore in due(moment):
        if not claim(chore, moment):
            continue
        began, error = time.monotonic(), ""
        try:
            chore.run()
        except Exception as failure:  # noqa: BLE001 (kept in the row; the next run tries again)
            error = f"{type(failure).__name__}: {failure}"[:500]
        took = round((time.monotonic() - began) * 1000)
        Chore.objects.filter(name=chore.name).update(took_ms=took, error=error)
        ran.append(chore.name)
    return ran
