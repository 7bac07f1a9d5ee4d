"""A talk happens, and is over when nothing is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.actions.keeping import Said, close_if_done, promise
from kindling.talks.counting import count_talks
from kindling.talks.models import Talk

LONGEST = 240  # minutes: a page that was left open is no talk of a day
BACK = timedelta(days=31)


@transaction.atomic
def start_talk(talk: Talk, *, by: Viewer) -> None:
    """The talk begins now. Starting it twice keeps the first moment."""
    require(rules.may_hold(by, talk))
    now = by.school.now()
    waiting = Talk.objects.filter(pk=talk.pk, state=Talk.State.DUE, started_at__isnull=True)
    if waiting.update(started_at=now):
        talk.started_at = now
        record("talk.start", talk, by=by)


@transaction.atomic
def hold_talk(
    talk: Talk,
    *,
    minutes: int | None = None,
    on: date | None = None,
    promises: Sequence[Said] = (),
    tap: str = "",
    by: Viewer,
) -> None:
    """Say that it happened: today, or `on` an earlier day. `minutes`: else since it was started.

    It is a real talk with a note, or when it was long enough. The same tap sent twice counts once.
    Raises Refused for a day to come, one too long ago, and when somebody was faster.
    """
    require(rules.may_hold(by, talk))
    talk = _fresh(talk)
    if tap and talk.is_over and talk.tap == tap:
        return
    held_on = _day(on, by)
    if minutes is None:
        minutes = _since_start(talk, by) if held_on == by.school.today() else 0
    facts: dict[str, Any] = {"held_on": held_on, "minutes": min(minutes, LONGEST), "tap": tap}
    facts["is_real"] = talk.has_note or minutes >= rules.choice_of(by).real_minutes
    take_step(talk, "hold", by=by, advisor=by.person, held_at=by.school.now(), **facts)
    _promised(talk, promises, by)
    _close_earlier(talk, by)
    count_talks(talk.student, by=by)


def _promised(talk: Talk, promises: Sequence[Said], by: Viewer) -> None:
    """Write down what was promised; with that, or with what was before, something is to do."""
    for said in promises:
        promise(talk, said, by=by)
    if rules.promises_of(talk).filter(done_at__isnull=True).exists():
        with suppress(Refused):  # a promise of just now did it
            take_step(talk, "follow", by=by)


def _day(on: date | None, by: Viewer) -> date:
    today = by.school.today()
    if on is not None and not today - BACK <= on <= today:
        raise Refused(_("Choose a day of the last month."))
    return on or today


@transaction.atomic
def close_talk(talk: Talk, *, by: Viewer) -> None:
    """Nothing is left to do."""
    require(rules.may_hold(by, talk))
    take_step(talk, "close", by=by)


def _since_start(talk: Talk, by: Viewer) -> int:
    if talk.started_at is None:
        return 0
    return max(0, int((by.school.now() - talk.started_at).total_seconds() // 60))


def _fresh(talk: Talk) -> Talk:
    """What both wrote meanwhile counts."""
    return Talk.objects.select_related("student__person").get(pk=talk.pk)


def _close_earlier(talk: Talk, by: Viewer) -> None:
    """What was agreed before and is done is over with the next talk."""
    states = (Talk.State.HELD, Talk.State.FOLLOW_UP)
    for one in Talk.objects.filter(student=talk.student_id, state__in=states).exclude(pk=talk.pk):
        close_if_done(one, by=by)
