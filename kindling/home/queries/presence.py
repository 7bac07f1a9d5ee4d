"""Where a student is planned to be now, and what they said: a group, a chip, a ribbon."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.attendance.timetable import Timetable
from kindling.home.queries.placed import Place, Placed
from kindling.kit.tongue import gettext as _
from kindling.ui.format import clock, weekday

# A bus may be late; after this long somebody asks.
GRACE = timedelta(minutes=15)
State = Day.State


class Presence(NamedTuple):
    """One student on one day. `group`: there, later, school, away.

    plan and real are spans of minutes after midnight, for the ribbon.
    """

    student: Placed
    group: str
    label: str
    tone: str
    detail: str
    icon: str | None = None
    place: Place | None = None
    expected: Expected | None = None
    is_missed: bool = False
    plan: tuple[tuple[int, int], ...] = ()
    real: tuple[tuple[int, int], ...] = ()


def minute_of(at: time | datetime, zone: tzinfo | None) -> int:
    """Minutes after midnight on the school's clock."""
    value = at.astimezone(zone) if isinstance(at, datetime) else at
    return value.hour * 60 + value.minute


def presence(
    student: Placed,
    expected: dict[int, Expected],
    days: Iterable[Day],
    plan: Timetable,
    now: datetime,
) -> Presence:
    """Say where the student is today.

    `expected` is what today wants of each internship, `days` are the student's of today, `now` is
    school.now().
    """
    said = {day.placement_id: day for day in days}
    for place in student.places:
        if place.pk in expected or place.pk in said:
            meant = expected.get(place.pk)
            found = _on_a_day(student, place, meant, said.get(place.pk), now)
            return found._replace(plan=_plan(meant), place=place, expected=meant)
    return _at_school(student, plan)


def explained(present: Iterable[Presence], off: dict[int, str]) -> list[Presence]:
    """Say of whom nobody expects why, on a day that is planned (Timetable.called_off)."""
    found = []
    for one in present:
        why = next((off[place.pk] for place in one.student.places if off.get(place.pk)), "")
        is_told = why and one.group == "school" and one.place is None
        found.append(one._replace(detail=f"{why} · {one.detail}") if is_told else one)
    return found


def _plan(meant: Expected | None) -> tuple[tuple[int, int], ...]:
    if meant is None:
        return ()
    return ((minute_of(meant.starts_at, None), minute_of(meant.ends_at, None)),)


def _on_a_day(
    student: Placed, place: Place, meant: Expected | None, day: Day | None, now: datetime
) -> Presence:
    if day and day.student_in_at:
        return _went(student, place, day, now)
    if day and day.state not in (State.EXPECTED, State.CHECKED_IN):
        was = day.minutes > 0
        label = _("Was there") if was else _("Away")
        return Presence(student, "there" if was else "away", label, "quiet", place.site, "house")
    if student.said and not student.said.is_late:
        return _not_coming(student, place.site)
    if meant is None:
        return Presence(student, "school", _("At school"), "calm", place.site)
    return _silent(student, place, meant, now)


def _silent(student: Placed, place: Place, meant: Expected, now: datetime) -> Presence:
    """Nobody has said a word about the day itself."""
    starts, ends = meant.moments(cast("ZoneInfo", now.tzinfo))
    if student.said and student.said.due_at and now < student.said.due_at + GRACE:
        return Presence(student, "later", student.said.words, "warn", place.site, "clock")
    if now < starts + GRACE:
        label = _("From %(time)s") % {"time": clock(meant.starts_at)}
        return Presence(student, "later", label, "info", place.site)
    if now <= ends:
        label = _("Not checked in")
        return Presence(student, "later", label, "alert", place.site, is_missed=True)
    return Presence(student, "away", _("No word today"), "warn", place.site, is_missed=True)


def _went(student: Placed, place: Place, day: Day, now: datetime) -> Presence:
    zone = now.tzinfo
    came, left = day.student_in_at or now, day.student_out_at
    label = _("Checked in %(time)s") % {"time": clock(came)}
    if left:
        label = _("Left %(time)s") % {"time": clock(left)}
    end = left or now
    is_same_day = end.astimezone(zone).date() == day.on
    real = ((minute_of(came, zone), minute_of(end, zone) if is_same_day else 24 * 60),)
    tone, icon = ("quiet", "log-out") if left else ("good", None)
    return Presence(student, "there", label, tone, place.site, icon, real=real)


def _not_coming(student: Placed, detail: str) -> Presence:
    """Said in time, so nobody has to look."""
    words = student.said.words if student.said else ""
    return Presence(student, "away", words, "quiet", detail, "calendar-x")


def _at_school(student: Placed, plan: Timetable) -> Presence:
    if student.said and not student.said.is_late:
        return _not_coming(student, student.places[0].site if student.places else "")
    detail = _("Looking for an internship")
    if student.places:
        place = student.places[0]
        following = plan.next_after(plan.first, place.pk)
        detail = place.site
        if following:
            facts = {"site": place.site, "day": weekday(following.on)}
            detail = _("%(day)s at %(site)s") % facts
    return Presence(student, "school", _("At school"), "calm", detail)
