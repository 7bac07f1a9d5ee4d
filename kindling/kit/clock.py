"""The moment it is now, which the demo and the tests may set. Only School.now() reads it."""

import os
from datetime import UTC, datetime, timedelta
from functools import cache

from django.utils import timezone
from django.utils.dateparse import parse_datetime


class ClockRefused(Exception):
    """KINDLING_NOW or KINDLING_FREEZE is set where real people rely on the clock."""


@cache
def _shift(now: str) -> timedelta:
    """How far KINDLING_NOW stands from the real clock at the first look."""
    return _parsed(now) - datetime.now(UTC)


@cache
def _parsed(now: str) -> datetime:
    moment = parse_datetime(now)
    if moment is None:
        raise ClockRefused(f"KINDLING_NOW must be an ISO time such as 2026-10-13T09:00, not {now}.")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def is_set() -> bool:
    """Say whether the environment sets the clock."""
    return bool(os.environ.get("KINDLING_NOW") or os.environ.get("KINDLING_FREEZE"))


def moment() -> datetime:
    """Return the present moment in UTC, moved by KINDLING_NOW and stopped by KINDLING_FREEZE."""
    now = os.environ.get("KINDLING_NOW")
    if os.environ.get("KINDLING_FREEZE") == "1":
        return _parsed(now) if now else _first_look()
    return timezone.now() + _shift(now) if now else timezone.now()


@cache
def _first_look() -> datetime:
    """The moment at which a clock stopped without a time of its own was first asked."""
    return timezone.now()
