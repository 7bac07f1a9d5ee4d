"""One try to send one notice, and what follows from how it ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.notices import ways
from kindling.notices.models import Notice

State = Notice.State
# How long to wait after the first, second … failure. After the last there is no further try.
BACK_OFF = [
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
]
# A task may get lost between commit and queue, or with its worker: look again after this long.
GRACE = timedelta(minutes=5)


def deliver(pk: int) -> str:
    """Send one notice if nobody else does, and return the state it is in afterwards."""
    now = timezone.now()
    waiting = Notice.objects.filter(pk=pk, state=State.QUEUED)
    if not waiting.update(state=State.SENDING, next_at=now + GRACE, tries=F("tries") + 1):
        return "not waiting"
    notice = Notice.objects.select_related("school", "person").get(pk=pk)
    if not ways.is_open(notice.channel):
        return settle(notice, State.KEPT, error=_("There is no way to send it from here."), tries=0)
    try:
        ways.send(notice)
    except ways.GiveUp as no:
        return settle(notice, State.FAILED, error=str(no)[:500])
    except ways.TryLater as no:
        return settle_for_later(notice, str(no)[:500], now)
    except BaseException as stopped:
        # The worker is told to stop, or our own mistake: another try, and the task says why.
        settle_for_later(notice, f"{type(stopped).__name__}: {stopped}"[:500], now)
        raise
    return settle(notice, State.SENT, sent_at=timezone.now(), error="", code="")


def settle(notice: Notice, state: str, **changes: Any) -> str:
    """Write how it ended, if it is still ours, and return the state."""
    Notice.objects.filter(pk=notice.pk, state=State.SENDING).update(state=state, **changes)
    return state


def settle_for_later(notice: Notice, error: str, now: datetime) -> str:
    """Put it back until the back-off is over; after the last try it has failed."""
    if notice.tries > len(BACK_OFF):
        return settle(notice, State.FAILED, error=error)
    wait = BACK_OFF[notice.tries - 1]
    return settle(notice, State.QUEUED, error=error, next_at=now + wait)
