"""What the mentor says about days, from a link: yes, other times, wasn't here, a note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Case, DateTimeField, F, PositiveSmallIntegerField, When
from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.expected import is_same, minutes_between
from kindling.attendance.following import Changed, count_days
from kindling.attendance.models import Day, Entry, Method
from kindling.attendance.waiting import UNHEARD, Spoken
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.kit.inserting import insert_rows
from kindling.schools.viewer import Viewer

State, Standing = Day.State, Day.Standing


@transaction.atomic
def confirm_days(spoken: Sequence[Spoken], *, by: Viewer) -> list[Day]:
    """Yes, all of these are right. One UPDATE for all of them; a second tap changes nothing.

    Where the student said nothing (or forgot to check out), the planned time counts.
    """
    for one in spoken:
        require(rules.may_confirm(by, one.placement))
    waiting = [one for one in spoken if one.day is None or one.day.state in UNHEARD]
    before = {one.key: one.day.sums if one.day else Counter[str]() for one in waiting}
    now = by.school.now()
    days = [*_made([one for one in waiting if one.day is None], now)]
    days += _confirmed([one for one in waiting if one.day is not None], now)
    insert_rows(Entry, (_entry(day, Entry.Kind.CONFIRM, now, by) for day in days))
    record_many("day.confirm", days, by=by)
    pairs = zip(_in_order(waiting), days, strict=True)
    count_days([Changed(day, before[one.key]) for one, day in pairs], by=by)
    return days


@transaction.atomic
def correct_times(
    one: Spoken, *, in_at: datetime, out_at: datetime, reason: str = "", by: Viewer
) -> Day:
    """The student was there, at other times. What differs from the student's word is disputed.

    The student's minutes stay in view as disputed until staff settle the day.
    """
    require(rules.may_correct(by, one.placement))
    day = _row(one)
    minutes = minutes_between(in_at, out_at)
    agree = is_same(day.student_in_at, in_at) and is_same(day.student_out_at, out_at)
    said: dict[str, Any] = {
        "mentor_in_at": in_at,
        "mentor_out_at": out_at,
        "mentor_said_at": by.school.now(),
    }
    if agree:
        said |= {"state": State.CONFIRMED, "standing": Standing.CONFIRMED, "minutes": minutes}
    else:
        claimed = minutes_between(one.starts, one.ends) if day.student_out_at else minutes
        said |= {"state": State.DISPUTED, "standing": Standing.DISPUTED, "minutes": claimed}
    _change(day, Entry.Kind.CORRECT, minutes, by, reason, **said)
    record("day.correct", day, by=by, minutes=minutes, agree=agree)
    return day


@transaction.atomic
def say_absent(one: Spoken, *, reason: str = "", by: Viewer) -> Day:
    """The student wasn't there. Disputed when the student says otherwise."""
    require(rules.may_correct(by, one.placement))
    day = _row(one)
    said: dict[str, Any] = {
        "mentor_in_at": None, "mentor_out_at": None, "mentor_said_at": by.school.now(),
    }  # fmt: skip
    if day.student_in_at is None:
        said |= {"state": State.ABSENT, "standing": Standing.NONE, "minutes": 0}
    else:
        claimed = minutes_between(one.starts, one.ends)
        said |= {"state": State.DISPUTED, "standing": Standing.DISPUTED, "minutes": claimed}
    _change(day, Entry.Kind.ABSENT, 0, by, reason, **said)
    record("day.absent", day, by=by)
    return day


@transaction.atomic
def leave_note(one: Spoken, *, text: str, is_shared: bool, by: Viewer) -> Day:
    """A word about the day, for the student too or for the school only. Counts nothing.

    A new note takes the place of the earlier one, which stays among the entries.
    """
    require(rules.may_correct(by, one.placement))
    day = _row(one)
    Day.objects.change(day, mentor_note=text, mentor_note_is_shared=is_shared)
    insert_rows(Entry, [_entry(day, Entry.Kind.NOTE, by.school.now(), by, text)])
    record("day.note", day, by=by, shared=is_shared)
    return day


def _row(one: Spoken) -> Day:
    if one.day is not None:
        return one.day
    return Day.objects.row_for(one.placement, one.expected, one.term_id)[0]


def _change(day: Day, kind: Entry.Kind, heard: int, by: Viewer, reason: str, **said: Any) -> None:
    """Write the mentor's word (`heard` minutes), unless the school has settled the day."""
    if day.state == State.SETTLED:
        raise Refused(_("The school has settled this day. Call the advisor if it is wrong."))
    before = day.sums
    Day.objects.change(day, **said)
    entry = _entry(day, kind, by.school.now(), by, reason)
    insert_rows(Entry, [{**entry, "minutes": heard}])
    count_days([Changed(day, before)], by=by)


def _in_order(waiting: list[Spoken]) -> list[Spoken]:
    """The order of `days` above: new rows first."""
    return sorted(waiting, key=lambda one: one.day is not None)


def _made(spoken: list[Spoken], now: datetime) -> list[Day]:
    """Days on which the mentor is the first to speak. One statement."""
    days = [
        Day(
            school_id=one.placement.school_id, placement=one.placement,
            student_id=one.placement.student_id, term_id=one.term_id, on=one.on,
            planned_starts_at=one.expected.starts_at, planned_ends_at=one.expected.ends_at,
            **_as_confirmed(one, now),
        )
        for one in spoken
    ]  # fmt: skip
    try:
        return Day.objects.bulk_create(days)
    except IntegrityError:
        raise Refused(_("Someone said something just now. Load the page again.")) from None


def _as_confirmed(one: Spoken, now: datetime) -> dict[str, Any]:
    return {
        "state": State.CONFIRMED,
        "standing": Standing.CONFIRMED,
        "minutes": one.minutes,
        "mentor_in_at": one.starts,
        "mentor_out_at": one.ends,
        "mentor_said_at": now,
    }


def _confirmed(spoken: list[Spoken], now: datetime) -> list[Day]:
    """Confirm the rows that are there, all or none. One statement."""
    days = [one.day for one in spoken if one.day is not None]
    if not days:
        return []
    moment, number = DateTimeField(), PositiveSmallIntegerField()
    open_ended = [one for one in spoken if one.day and not _is_whole(one.day)]
    rows = Day.objects.filter(pk__in=[day.pk for day in days], state__in=UNHEARD)
    changed = rows.update(
        state=State.CONFIRMED,
        standing=Standing.CONFIRMED,
        mentor_said_at=now,
        minutes=_by_day(open_ended, "minutes", number, else_=F("minutes")),
        mentor_in_at=_by_day(open_ended, "starts", moment, else_=F("student_in_at")),
        mentor_out_at=_by_day(open_ended, "ends", moment, else_=F("student_out_at")),
    )
    if changed != len(days):
        raise Refused(_("Someone said something just now. Load the page again."))
    for one, day in zip(spoken, days, strict=True):
        for name, value in _as_confirmed(one, now).items():
            setattr(day, name, value)
    return days


def _is_whole(day: Day) -> bool:
    """The student came and left, and the row has the minutes."""
    return bool(day.student_in_at and day.student_out_at and day.minutes)


def _by_day(spoken: list[Spoken], fact: str, field: Any, *, else_: F) -> Case | F:
    """These rows get a value each (CASE WHEN id = … THEN …), the others what they hold."""
    values = [(one.day.pk, getattr(one, fact)) for one in spoken if one.day is not None]
    if not values:
        return else_
    whens = (When(pk=pk, then=value) for pk, value in values)
    return Case(*whens, default=else_, output_field=field)


def _entry(day: Day, kind: Entry.Kind, now: datetime, by: Viewer, text: str = "") -> dict[str, Any]:
    return {
        "school_id": by.school.pk, "day_id": day.pk, "voice": Entry.Voice.MENTOR, "kind": kind,
        "by_id": by.person_id, "at": now, "in_at": day.mentor_in_at, "out_at": day.mentor_out_at,
        "minutes": day.minutes, "text": text, "method": Method.MENTOR,
        "weight": Method.MENTOR.weight,
    }  # fmt: skip
