"""How a day is spent: at the place, from home, with family, on a trip. Said by staff."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.models import Day, Entry, Method
from kindling.attendance.waiting import Spoken
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def say_mode(one: Day | Spoken, *, mode: str, text: str = "", by: Viewer) -> Day:
    """Say how a day is spent, before it or after it. What was said before stays among the entries.

    Works on a day nobody spoke about (a Spoken without a row). Changes no minutes.
    """
    student = one.student if isinstance(one, Day) else one.placement.student
    require(rules.may_check_in_for(by, student))
    if mode not in Day.Mode.values:
        raise Refused(_("Choose how the day is spent."))
    day = one if isinstance(one, Day) else _row(one)
    if day.mode == mode:
        return day
    was = day.mode
    Day.objects.change(day, mode=mode)
    words = f"{Day.Mode(mode).label}. {text}".removesuffix(". ")
    Entry.objects.create(
        school=by.school, day=day, voice=Entry.Voice.STAFF, kind=Entry.Kind.MODE, by=by.person,
        at=by.school.now(), method=Method.STAFF, weight=Method.STAFF.weight, text=words,
    )  # fmt: skip
    record("day.mode", day, by=by, was=was, now=mode)
    return day


@transaction.atomic
def say_modes(spoken: Sequence[Spoken], *, mode: str, text: str = "", by: Viewer) -> list[Day]:
    """The same for several students: a field trip of an advisory. All or none."""
    return [say_mode(one, mode=mode, text=text, by=by) for one in spoken]


def _row(one: Spoken) -> Day:
    return one.day or Day.objects.row_for(one.placement, one.expected, one.term_id)[0]
