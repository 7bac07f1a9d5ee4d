"""One try to send one notice, and what follows from how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.notices import outages, ways
from kindling.notices.models import Channel, Notice, Try
from kindling.notices.reaching import Contact, contact_of
from kindling.notices.still import why_not_any_more
from kindling.notices.writing import morning_of, why_not
from kindling.ui.format import clock, short_day

State, Ended = Notice.State, Try.Ended
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
    notice = Notice.objects.select_related("school", "person__school").get(pk=pk)
    contact, untried = contact_of(notice.person, notice.kind), notice.tries - 1
    late = too_late(notice) if notice.until and notice.until <= now else ""
    if why := late or why_not_any_more(notice):
        return let_fall(notice, why, tries=untried)
    if morning := morning_of(notice, contact, now):
        return settle(notice, State.HELD, next_at=morning, tries=untried)
    # What was true when it was written may be so no more: they stopped texts, a device is gone.
    notice.ways = [way for way in notice.ways if contact.can(way)]
    if not notice.ways:
        return settle(notice, State.FAILED, error=why_not(contact), tries=untried)
    if not any(ways.is_open(way) for way in notice.ways):
        return settle(notice, State.KEPT, error=_("There is no way to send it from here."), tries=0)
    try:
        return go(notice, contact, now)
    except BaseException as stopped:
        # The worker is told to stop, or our own mistake: another try, and the task says why.
        settle_for_later(notice, f"{type(stopped).__name__}: {stopped}"[:500], now)
        raise


def go(notice: Notice, contact: Contact, now: datetime) -> str:
    """Try one way after the other until one takes it, and write down each try.

    A way that will never work is given up, and the next one has its turn. One that may work
    later is waited for; what is urgent goes another way at once, and so does a notification.
    """
    riders = riders_of(notice)
    answer, free_at, tried = "", None, 0
    for way in [one for one in notice.ways if ways.is_open(one)]:
        free_at = outages.pause_of(way, now)
        if free_at:
            answer = answer or _("This way is down for everybody and rests.")
        else:
            tried = 1
            answer, free_at = attempt(notice, riders, way, contact, now)
            if not answer:
                return settle(notice, State.SENT, sent_at=timezone.now(), error="", code="")
        if way in notice.ways and way != Channel.PUSH and not notice.is_urgent:
            break
    if free_at and notice.ways and not is_old(notice, now):
        tries = notice.tries - 1 + tried
        return settle(notice, State.HELD, error=answer, next_at=free_at, tries=tries)
    return settle_for_later(notice, answer, now)


def riders_of(notice: Notice) -> list[Notice]:
    """What goes along, without what may go no more."""
    rows = notice.riders.filter(state=State.BUNDLED).select_related("person__school", "school")
    riders = []
    for rider in rows.order_by("pk"):
        if why := why_not_any_more(rider):
            Notice.objects.filter(pk=rider.pk).update(state=State.DROPPED, error=why, carrier=None)
        else:
            riders.append(rider)
    return riders


@transaction.atomic
def let_fall(notice: Notice, why: str, *, tries: int) -> str:
    """It may go no more; what would have gone along goes by itself."""
    riders = Notice.objects.filter(carrier=notice, state=State.BUNDLED)
    riders.update(state=State.QUEUED, carrier=None, next_at=timezone.now())
    return settle(notice, State.DROPPED, error=why, tries=tries)


def attempt(
    notice: Notice, riders: Sequence[Notice], way: str, contact: Contact, now: datetime
) -> tuple[str, datetime | None]:
    """Try one way. Returns what was answered, "" when it was taken, and until when the way rests."""
    if way != notice.channel:
        notice.channel, notice.address = way, contact.address(way)
    ended, answer, told, free_at = Ended.SENT, "", "", None
    try:
        told = ways.send(notice, riders)
    except ways.GiveUp as no:
        notice.ways.remove(way)
        ended, answer = Ended.NEVER, str(no)[:500]
    except ways.TryLater as no:
        ended, answer = Ended.LATER, str(no)[:500]
        if no.for_everybody:
            free_at = outages.note_failure(way, answer, now)
    else:
        outages.note_success(way)
    Try.objects.create(
        school=notice.school, notice=notice, at=now, channel=way, address=notice.address,
        ended=ended, answer=answer or told,
    )  # fmt: skip
    return answer, free_at


@transaction.atomic
def settle(notice: Notice, state: str, **changes: Any) -> str:
    """Write how it ended, for those that went with it too, and return the state."""
    facts = {"channel": notice.channel, "address": notice.address, "ways": notice.ways} | changes
    mine = Notice.objects.filter(pk=notice.pk, state=State.SENDING)
    if mine.update(state=state, **facts) and state not in (State.QUEUED, State.HELD):
        ended = {key: facts[key] for key in ("channel", "sent_at", "error", "code") if key in facts}
        Notice.objects.filter(carrier=notice, state=State.BUNDLED).update(state=state, **ended)
    return state


def settle_for_later(notice: Notice, error: str, now: datetime) -> str:
    """Put it back until the back-off is over; after the last try it has failed."""
    if notice.tries > len(BACK_OFF) or not any(map(ways.is_open, notice.ways)):
        return settle(notice, State.FAILED, error=error)
    wait = BACK_OFF[min(notice.tries, len(BACK_OFF)) - 1]
    return settle(notice, State.QUEUED, error=error, next_at=now + wait)


def is_old(notice: Notice, now: datetime) -> bool:
    """A day is long enough to wait for a gateway."""
    return notice.created_at < now - timedelta(days=1)


def too_late(notice: Notice) -> str:
    """Say since when the notice is of no use."""
    assert notice.until is not None  # noqa: S101  for the type checker
    with timezone.override(notice.school.zone):
        told = {"day": short_day(notice.until), "time": clock(notice.until)}
    return _("It was of use until %(day)s, %(time)s.") % told
