"""I'm here, I'm leaving: said by the student, or for them by staff or the mentor."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.attendance.actions.late import hear_late_arrival, hear_late_leave
from kindling.attendance.expected import minutes_between, moment_of
from kindling.attendance.following import Changed, count_days
from kindling.attendance.how import LATE_NIGHT, How, method_of, needs_line, voice_of
from kindling.attendance.models import Day, Entry
from kindling.attendance.timetable import AHEAD, timetable_of_placement, why_not
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.inserting import insert_rows
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

State = Day.State
NOW = How()


def check_in(
    placement: Placement, *, goal: str = "", tap: str = "", how: How = NOW, by: Viewer
) -> Day:
    """The student is there. A second tap, or the same one sent twice, changes nothing.

    `by` is the student, staff who may speak for them, or the mentor with a pass. `tap` is an id
    made by the device. Raises Refused on a day that is not expected, and names the next one.
    """
    try:
        with transaction.atomic():
            day, is_new = _check_in(placement, goal=goal, tap=tap, how=how, by=by)
            if is_new:
                record("day.check_in", day, by=by)
            return day
    except (IntegrityError, Refused):
        return _day_of(tap, by)


def check_out(
    day: Day, *, line: str = "", tap: str = "", left_at: time | None = None, how: How = NOW,
    by: Viewer,
) -> Day:  # fmt: skip
    """The student is leaving, and says a line about the day. A second tap changes nothing.

    `by` as in check_in. Whoever forgot says on a later day when they left (`left_at`, by the
    school's clock). Raises Refused before a check-in and after somebody else spoke.
    """
    day.placement.student = day.student  # read already
    voice = voice_of(by, day.placement)
    if day.student_out_at is not None and not how.was_kept:
        return day
    try:
        with transaction.atomic():
            if how.was_kept and day.state != State.CHECKED_IN:
                _leave_late(day, voice, line=line, tap=tap, how=how, by=by)
                return day
            _check_out(day, voice, line=line, tap=tap, left_at=left_at, how=how, by=by)
            record("day.check_out", day, by=by, minutes=day.minutes)
            return day
    except (IntegrityError, Refused):
        return _day_of(tap, by)


def _check_in(
    placement: Placement, *, goal: str, tap: str, how: How, by: Viewer
) -> tuple[Day, bool]:
    voice = voice_of(by, placement)
    at = how.said_at(by.school.now())
    plan = timetable_of_placement(placement, at.date(), at.date() + AHEAD)
    expected = plan.on(at.date()).get(placement.pk)
    if expected is None or placement.state not in Placement.RUNNING:
        raise Refused(why_not(placement, plan, at.date(), to_mentor=bool(by.purpose)))
    term = plan.term_on(expected.on)
    said = {"state": State.CHECKED_IN, "student_in_at": at, "goal": goal, **_seen(how)}
    day, made = Day.objects.row_for(placement, expected, term.pk if term else None, **said)
    heard = {"in_at": at, "text": goal}
    if not made and (day.student_in_at is not None or day.state != State.EXPECTED):
        if how.was_kept:
            _say(day, voice, Entry.Kind.CHECK_IN, how, tap=tap, by=by, **heard)
            hear_late_arrival(day, at, goal, by=by)
        elif day.student_in_at is None:
            raise Refused(_("This day is already answered. Talk to your advisor if it is wrong."))
        return day, False
    if not made:
        Day.objects.change(day, **said)
    _say(day, voice, Entry.Kind.CHECK_IN, how, tap=tap, by=by, **heard)
    return day, True


def _check_out(
    day: Day, voice: Entry.Voice, *, line: str, tap: str, left_at: time | None, how: How, by: Viewer
) -> None:
    if day.student_in_at is None:
        raise Refused(_("Check in first: tap “I’m here” when you arrive."))
    if day.state != State.CHECKED_IN:
        raise Refused(_("This day is already answered. Talk to your advisor if it is wrong."))
    owes = voice != Entry.Voice.MENTOR and not how.was_kept  # who is gone cannot add it
    if owes and needs_line(how.mode or day.mode) and not line.strip():
        raise Refused(_("Say in a line what you did today, then leave."))
    left = _left(day, left_at, how.said_at(by.school.now()), by.school.zone)
    minutes = minutes_between(day.student_in_at, left)
    before = day.sums
    Day.objects.change(
        day, state=State.CHECKED_OUT, standing=Day.Standing.WAITING, minutes=minutes,
        student_out_at=left, line=line, **_seen(how),
    )  # fmt: skip
    said = {"out_at": left, "minutes": minutes, "text": line}
    _say(day, voice, Entry.Kind.CHECK_OUT, how, tap=tap, by=by, **said)
    count_days([Changed(day, before)], by=by)


def _leave_late(day: Day, voice: Entry.Voice, *, line: str, tap: str, how: How, by: Viewer) -> None:
    at = how.said_at(by.school.now())
    if day.state == State.EXPECTED:
        raise Refused(_("Check in first: tap “I’m here” when you arrive."))
    _say(day, voice, Entry.Kind.CHECK_OUT, how, tap=tap, by=by, out_at=at, text=line)
    hear_late_leave(day, at, line, by=by)


def _seen(how: How) -> dict[str, str]:
    """What a tap says about the day itself; what it leaves open stays as it is."""
    at_site = {"at_site": how.at_site} if how.at_site != Day.AtSite.UNKNOWN else {}
    return at_site | ({"mode": how.mode} if how.mode else {})


def _say(
    day: Day, voice: Entry.Voice, kind: Entry.Kind, how: How, *, tap: str, by: Viewer, **said: Any
) -> None:
    now, method = by.school.now(), method_of(voice, how)
    entry = {
        "school_id": by.school.pk, "day_id": day.pk, "voice": voice, "kind": kind,
        "by_id": by.person_id, "at": how.said_at(now), "arrived_at": how.arrival(now),
        "method": method, "weight": method.weight, "tap": tap or None,
    }  # fmt: skip
    insert_rows(Entry, [entry | said])


def _day_of(tap: str, by: Viewer) -> Day:
    """The day of a tap that came before; where there is none, what stopped us goes on."""
    taken = Entry.objects.select_related("day").filter(school=by.school, tap=tap)
    entry = taken.first() if tap else None
    if entry is None:
        raise  # noqa: PLE0704  called while an exception is handled
    require(entry.by_id == by.person_id)
    return entry.day


def _left(day: Day, left_at: time | None, now: datetime, zone: ZoneInfo) -> datetime:
    """When the student left: now, or when they say; never before they came nor in the future."""
    if left_at is not None:
        left = moment_of(day.on, left_at, zone)
        if day.student_in_at and left <= day.student_in_at:
            came = clock(day.student_in_at.astimezone(zone).time())
            raise Refused(
                _("You cannot leave before you came. Enter a time after %(time)s.") % {"time": came}
            )
        return min(left, now)
    now = max(now, day.student_in_at or now)
    if now > moment_of(day.on + timedelta(days=1), time.min, zone) + LATE_NIGHT:
        raise Refused(_("This day is over. Say at what time you left."))
    return now
