"""A gateway that fails for everybody is left alone for a while, and then tried with one message."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F

from kindling.notices.models import Outage

ENOUGH = 5  # failures in a row: this is no accident
FIRST, LONGEST = timedelta(minutes=1), timedelta(minutes=5)
PROBE = timedelta(minutes=1)  # as long as one try may take


def paused_channels() -> dict[str, datetime]:
    """Return channel → until when nothing is tried there. A past moment: one may try."""
    rows = Outage.objects.filter(paused_until__isnull=False)
    return {row.channel: row.paused_until for row in rows if row.paused_until}


def pause_of(channel: str, now: datetime) -> datetime | None:
    """Return until when to leave this channel alone; None: try now.

    After a pause one message gets None, and the others wait for how it went.
    """
    until = Outage.objects.filter(channel=channel).values_list("paused_until", flat=True).first()
    if until is None:
        return None
    if until > now:
        return until
    mine = Outage.objects.filter(channel=channel, paused_until=until)
    return None if mine.update(paused_until=now + PROBE) else now + PROBE


def note_failure(channel: str, answer: str, now: datetime) -> datetime | None:
    """Count one failure; from the fifth in a row on the channel rests, longer each time.

    Returns until when it rests; None when it does not.
    """
    Outage.objects.get_or_create(channel=channel)
    row = Outage.objects.filter(channel=channel)
    row.update(failures=F("failures") + 1, answer=answer[:500])
    failures = row.values_list("failures", flat=True).get()
    if failures < ENOUGH:
        return None
    longer: int = 2 ** min(failures - ENOUGH, 5)
    until = now + min(FIRST * longer, LONGEST)
    row.update(paused_until=until)
    return until


def note_success(channel: str) -> None:
    """The channel works: nothing is left of its failures."""
    row = Outage.objects.filter(channel=channel, failures__gt=0)
    row.update(failures=0, paused_until=None, answer="")
