"""What the student says about the day: I'm here, I'm leaving."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.expected import minutes_between, moment_of
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.timetable import AHEAD, timetable_of_placement, why_not
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

State = Day.State
LATE_NIGHT = timedelta(hours=4)  # after midnight one may still be leaving


def check_in(placement: Placement, *, goal: str = "", tap: str = "", by: Viewer) -> Day:
    """The student is there. A second tap, or the same one sent twice, changes nothing.

    `tap` is an id made by the device. Raises Refused on a day that is not expected, and names
    the next one.
    """
    try:
        with transaction.atomic():
            day, is_new = _check_in(placement, goal=goal, tap=tap, by=by)
            if is_new:
                record("day.check_in", day, by=by)
            return day
    except IntegrityError:  # this tap arrived before
        return _day_of(tap, by)


def check_out(
    day: Day, *, line: str = "", tap: str = "", left_at: time | None = None, by: Viewer
) -> Day:
    """The student is leaving, and says a line about the day. A second tap changes nothing.

    Whoever forgot says on a later day when they left (`left_at`, by the school's clock).
    Raises Refused before a check-in and after somebody else spoke.
    """
    require(rules.may_check_out(by, day))
    if day.student_out_at is not None:
        return day
    try:
        with transaction.atomic():
            _check_out(day, line=line, tap=tap, left_at=left_at, by=by)
            record("day.check_out", day, by=by, minutes=day.minutes)
            return day
    except IntegrityError:  # this tap arrived before
        return _day_of(tap, by)


def _check_in(placement: Placement, *, goal: str, tap: str, by: Viewer) -> tuple[Day, bool]:
    require(rules.may_check_in(by, placement))
    now = by.school.now()
    plan = timetable_of_placement(placement, now.date(), now.date() + AHEAD)
    expected = plan.on(now.date()).get(placement.pk)
    if expected is None or placement.state not in Placement.RUNNING:
        raise Refused(why_not(placement, plan, now.date()))
    term = plan.term_on(expected.on)
    said = {"state": State.CHECKED_IN, "student_in_at": now, "goal": goal}
    day, made = Day.objects.row_for(placement, expected, term.pk if term else None, **said)
    if not made and day.student_in_at is not None:
        return day, False
    if not made and day.state != State.EXPECTED:
        raise Refused(_("This day is already answered. Talk to your advisor if it is wrong."))
    if not made:
        Day.objects.change(day, **said)
    _say(day, Entry.Kind.CHECK_IN, at=now, tap=tap, by=by, in_at=now, text=goal)
    return day, True


def _check_out(day: Day, *, line: str, tap: str, left_at: time | None, by: Viewer) -> None:
    if day.student_in_at is None:
        raise Refused(_("Check in first: tap “I’m here” when you arrive."))
    if day.state != State.CHECKED_IN:
        raise Refused(_("This day is already answered. Talk to your advisor if it is wrong."))
    now = by.school.now()
    left = _left(day, left_at, now, by.school.zone)
    minutes = minutes_between(day.student_in_at, left)
    before = day.sums
    Day.objects.change(
        day, state=State.CHECKED_OUT, standing=Day.Standing.WAITING, minutes=minutes,
        student_out_at=left, line=line,
    )  # fmt: skip
    _say(day, Entry.Kind.CHECK_OUT, at=now, tap=tap, by=by, out_at=left, minutes=minutes, text=line)
    Hours.objects.move({(day.placement, day.term_id): day.added_since(before)})


def _say(day: Day, kind: Entry.Kind, *, at: datetime, tap: str, by: Viewer, **said: Any) -> None:
    Entry.objects.create(
        school=by.school, day=day, voice=Entry.Voice.STUDENT, kind=kind, by=by.person, at=at,
        tap=tap or None, **said,
    )  # fmt: skip


def _day_of(tap: str, by: Viewer) -> Day:
    entry = Entry.objects.select_related("day").get(school=by.school, tap=tap)
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
    if now > moment_of(day.on + timedelta(days=1), time.min, zone) + LATE_NIGHT:
        raise Refused(_("This day is over. Say at what time you left."))
    return now
