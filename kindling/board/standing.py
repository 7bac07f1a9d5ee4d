"""Where a student stands today: a state, its words and a tone. Pure: no database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from kindling.absences.models import SEEDED, Kind
from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.roll.codes import AWAY, EXCUSED, HERE, LATE
from kindling.ui.format import clock

GRACE = timedelta(minutes=15)  # a bus may be late
# In the order in which they are read: who is missed first, who is well last.
STATES = ("silent", "late", "there", "expected", "home")
# What these mean stays for good; a school's own letters say nothing here.
AT_SCHOOL, AWAY_FROM_SCHOOL = frozenset({HERE, LATE}), frozenset({AWAY, EXCUSED})
ABSENT, NO = Day.State.ABSENT, Day.AtSite.NO


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one internship's today (the columns of statements.DAY)."""

    placement_id: int
    id: str
    state: str
    mode: str
    at_site: str
    minutes: int
    student_in_at: datetime | None
    student_out_at: datetime | None
    mentor_in_at: datetime | None
    mentor_out_at: datetime | None

    @property
    def came(self) -> datetime | None:
        return self.student_in_at or self.mentor_in_at

    @property
    def left(self) -> datetime | None:
        return self.student_out_at or self.mentor_out_at

    @property
    def is_absent(self) -> bool:
        settled = self.state == Day.State.SETTLED and not self.minutes
        return self.state == ABSENT or settled


@dataclass(frozen=True, slots=True)
class Told:
    """Late or absent, as somebody said it (the columns of statements.REPORT)."""

    student_id: int
    kind: str
    due_at: datetime | None
    voice: str
    method: str
    at: datetime
    by: str | None
    reason_code: str | None
    reason_label: str | None

    @property
    def is_late(self) -> bool:
        return self.kind == Kind.LATE

    @property
    def reason(self) -> str:
        if self.reason_label or self.reason_code not in SEEDED:
            return self.reason_label or ""
        return str(SEEDED[self.reason_code][1])


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` is one of STATES; `label` says more, `tone` colours it."""

    state: str
    label: str
    tone: str


def standing_of(
    meant: Expected | None,
    word: Word | None,
    now: datetime,
    told: Told | None = None,
    *,
    letter: str = "",
    off: str = "",
) -> Standing:
    """Say where the student stands.

    `now` is school.now(); `told` what was reported; `letter` the student's on today's roll;
    `off` why nobody expects them on a day that is planned, in words for staff.
    """
    if word is not None and word.came:
        return _came(word, meant, now)
    if told is not None and not told.is_late:
        reason = {"reason": told.reason}
        label = _("Absent: %(reason)s") % reason if told.reason else _("Reported absent")
        return Standing("home", label, "quiet")
    if word is not None and word.is_absent:
        return Standing("home", _("Absent"), "quiet")
    if meant is None:
        return _on_the_roll(letter, off)
    if told is not None and told.due_at is not None:
        return _late(told.due_at, now)
    return _no_word(meant, now)


def _on_the_roll(letter: str, off: str) -> Standing:
    """Nobody expects them at a place; the roll of the school may know more."""
    if letter in AT_SCHOOL:
        return Standing("home", _("At school"), "calm")
    if letter in AWAY_FROM_SCHOOL:
        return Standing("home", _("Absent from school"), "quiet")
    return Standing("home", off or _("Not expected"), "quiet")


def _late(due_at: datetime, now: datetime) -> Standing:
    by = {"time": clock(due_at)}
    if now < due_at + GRACE:
        return Standing("late", _("Late, there by %(time)s") % by, "warn")
    return Standing("silent", _("No word, was to be there by %(time)s") % by, "alert")


def _came(word: Word, meant: Expected | None, now: datetime) -> Standing:
    if word.left and word.left <= now:
        return Standing("home", _("Left %(time)s") % {"time": clock(word.left)}, "quiet")
    if word.at_site == NO:
        return Standing("there", _("Checked in, not at the place"), "warn")
    if meant is not None and now > meant.moments(_zone(now))[1] + GRACE:
        facts = {"time": clock(meant.ends_at)}
        return Standing("there", _("Not checked out, was to leave %(time)s") % facts, "warn")
    since = clock(cast("datetime", word.came))
    if word.mode == Day.Mode.ON_SITE:
        return Standing("there", _("There since %(time)s") % {"time": since}, "good")
    facts = {"mode": str(Day.Mode(word.mode).label), "time": since}
    return Standing("there", _("%(mode)s, since %(time)s") % facts, "good")


def _no_word(meant: Expected, now: datetime) -> Standing:
    starts, ends = meant.moments(_zone(now))
    at = {"time": clock(meant.starts_at)}
    if now < starts:
        return Standing("expected", _("From %(time)s") % at, "info")
    if now < starts + GRACE:
        return Standing("late", _("Due since %(time)s") % at, "warn")
    if now <= ends:
        return Standing("silent", _("No word, due since %(time)s") % at, "alert")
    return Standing("silent", _("No word today"), "alert")


def _zone(now: datetime) -> ZoneInfo:
    return cast("ZoneInfo", now.tzinfo)
