"""The date: set, moved, put off, called off. Everybody's calendar follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.actions.inviting import invite_named, tell_all
from kindling.exhibitions.calendars import CANCEL, REQUEST
from kindling.exhibitions.models import Exhibition, Panelist, Part
from kindling.history.steps import record, take_step, too_late
from kindling.kit.http import Refused, require
from kindling.meetings.times import check_time, day_of
from kindling.schools.viewer import Viewer

DATE = ("state", "starts_at", "on", "minutes", "room", "video", "sequence")


@transaction.atomic
def schedule_exhibition(
    exhibition: Exhibition,
    *,
    starts_at: datetime,
    minutes: int,
    room: str = "",
    video: str = "",
    by: Viewer,
) -> None:
    """Set its date, or another. Who is named gets an invitation, who has one the new time.

    Another time asks everybody again; the same facts change nothing. Raises ValidationError for a
    time that is over, Refused once it was held or called off.
    """
    require(rules.may_schedule(by, exhibition))
    Exhibition.objects.select_for_update().get(pk=exhibition.pk)
    exhibition.refresh_from_db(fields=DATE)
    facts: dict[str, Any] = {"starts_at": starts_at, "on": day_of(starts_at, by)}
    facts |= {"minutes": minutes, "room": room.strip()[:120], "video": video.strip()}
    was = {name: getattr(exhibition, name) for name in facts}
    if exhibition.has_date and was == facts:
        return
    if not exhibition.is_ahead:
        raise too_late(exhibition)
    if is_moved := (was["starts_at"], was["minutes"]) != (starts_at, minutes):
        check_time(starts_at, minutes, by)
    _set_date(exhibition, facts, is_moved=is_moved, by=by)
    tell_all(exhibition, "moved", REQUEST, by=by)
    invite_named(exhibition, by=by)


def _set_date(exhibition: Exhibition, facts: dict[str, Any], *, is_moved: bool, by: Viewer) -> None:
    also = {"sequence": F("sequence") + 1, "reminded_at": None, "asked_again_at": None}
    before = exhibition.starts_at.isoformat() if exhibition.starts_at else ""
    told = {"at": facts["starts_at"].isoformat(), "before": before}
    if exhibition.has_date:
        Exhibition.objects.filter(pk=exhibition.pk).update(**facts, **also)
        record("exhibition.move", exhibition, by=by, **told)
    else:
        now = by.school.now()
        take_step(exhibition, "schedule", by=by, detail=told, state_since=now, **facts, **also)
    exhibition.refresh_from_db(fields=DATE)
    if is_moved:
        _ask_again(exhibition, by)


def _ask_again(exhibition: Exhibition, by: Viewer) -> None:
    """Another time is another question, for all but who sets it."""
    rows = Panelist.objects.filter(
        exhibition=exhibition, state__in=Panelist.ANSWERED, is_invited=True
    )
    rows = rows.exclude(person=by.person_id).exclude(part=Part.ADVISOR)
    rows.update(state=Panelist.State.ASKED, answered_at=None, note="")


@transaction.atomic
def postpone_exhibition(exhibition: Exhibition, reason: str, *, by: Viewer) -> None:
    """Put it off without a new date: it leaves the calendars, the panel stays named."""
    require(rules.may_schedule(by, exhibition))
    # One that has begun stands in calendars as well: a fire alarm puts it off.
    is_held = exhibition.state == Exhibition.State.HELD
    had_date, off = exhibition.has_date or is_held, _off(reason, by)
    take_step(exhibition, "postpone", by=by, detail={"reason": off["reason"]}, **off)
    _tell_off(exhibition, "postponed", had_date=had_date, by=by)
    _ask_again(exhibition, by)


@transaction.atomic
def call_off_exhibition(exhibition: Exhibition, reason: str, *, by: Viewer) -> None:
    """It does not take place at all."""
    require(rules.may_schedule(by, exhibition))
    had_date, off = exhibition.has_date, _off(reason, by)
    take_step(exhibition, "call_off", by=by, detail={"reason": off["reason"]}, **off)
    _tell_off(exhibition, "called_off", had_date=had_date, by=by)


def _off(reason: str, by: Viewer) -> dict[str, Any]:
    reason = reason.strip()[:300]
    if not reason:
        raise Refused(_("Say why. Everybody invited reads it."))
    return {"reason": reason, "state_since": by.school.now(), "sequence": F("sequence") + 1}


def _tell_off(exhibition: Exhibition, kind: str, *, had_date: bool, by: Viewer) -> None:
    exhibition.refresh_from_db(fields=DATE)
    if had_date:
        tell_all(exhibition, kind, CANCEL, by=by)
