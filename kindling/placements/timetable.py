"""The days and times of an internship, checked once for page, API and import."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

# A start is written down late at times; further back it is a slip of the pen.
LATEST_BACKDATE = timedelta(days=60)
FURTHEST_AHEAD = timedelta(days=366)


class Slot(NamedTuple):
    """A weekday (Monday is 0) from one time until another; in every week, or in A or B weeks."""

    weekday: int
    starts_at: time
    ends_at: time
    letter: str = ""

    @property
    def weekday_name(self) -> str:
        """The day in the reader's language."""
        return named_day(self.weekday, self.letter)


def named_day(weekday: int, letter: str = "") -> str:
    """Return "Tuesday", or "Tuesday in A weeks", in the reader's language."""
    day = str(WEEKDAYS[weekday])
    if not letter:
        return day
    return _("%(weekday)s in %(letter)s weeks") % {"weekday": day, "letter": letter}


def checked_schedule(
    schedule: Iterable[tuple[int, time, time] | tuple[int, time, time, str]],
) -> list[Slot]:
    """Return the slots in the order of the week. Raises ValidationError under "schedule"."""
    slots = sorted(Slot(*slot) for slot in schedule)
    days = [(slot.weekday, slot.letter) for slot in slots]
    every = {slot.weekday for slot in slots if not slot.letter}
    if not slots:
        raise ValidationError({"schedule": _("Choose at least one weekday.")})
    if not WEEKDAYS.keys() >= {slot.weekday for slot in slots}:
        raise ValidationError({"schedule": _("A weekday is a number from 0, Monday, to 6.")})
    if any(slot.letter not in ("", "A", "B") for slot in slots):
        raise ValidationError({"schedule": _("Weeks are A, B, or every week.")})
    if len(set(days)) < len(days) or any(s.letter and s.weekday in every for s in slots):
        raise ValidationError({"schedule": _("Choose each weekday only once.")})
    if any(slot.ends_at <= slot.starts_at for slot in slots):
        raise ValidationError({"schedule": _("Set the end of each day later than its start.")})
    return slots


def written(slots: Iterable[Slot]) -> list[str]:
    """Return the slots as the history keeps them: "1 09:00-14:00", "1A 09:00-14:00"."""
    return [f"{s.weekday}{s.letter} {s.starts_at:%H:%M}-{s.ends_at:%H:%M}" for s in slots]


def check_first_day(starts_on: date, ends_on: date | None, *, today: date) -> None:
    """Refuse dates backwards or far off. Raises ValidationError under the field's name."""
    if starts_on < today - LATEST_BACKDATE:
        sentence = _("Choose a first day within the last %(num)s days, or later.")
        raise ValidationError({"starts_on": sentence % {"num": LATEST_BACKDATE.days}})
    if starts_on > today + FURTHEST_AHEAD:
        raise ValidationError({"starts_on": _("Choose a first day within the next year.")})
    check_last_day(starts_on, ends_on)


def check_last_day(starts_on: date, ends_on: date | None) -> None:
    """Refuse a last day before the first. Raises ValidationError under "ends_on"."""
    if ends_on is not None and ends_on < starts_on:
        raise ValidationError({"ends_on": _("Choose a last day on or after the first day.")})


def next_weekday(weekdays: frozenset[int], today: date) -> date:
    """Return the next day, today included, that falls on one of the weekdays (or today)."""
    ahead = (today + timedelta(days=n) for n in range(7))
    return next((day for day in ahead if day.weekday() in weekdays), today)
