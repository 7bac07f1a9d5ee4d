"""What stands in the way of a date: the same room, the same people, a sister's exhibition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition, Panelist
from kindling.people.models import Connection
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.ui.format import clock


def clashes_of(
    exhibition: Exhibition, *, starts_at: datetime, minutes: int, room: str, school: School
) -> list[str]:
    """Return a sentence for each clash with another exhibition that has a date. Three statements."""
    until = starts_at + timedelta(minutes=minutes)
    on = starts_at.astimezone(school.zone).date()
    others = Exhibition.objects.filter(school=school, on=on, state__in=Exhibition.DATED)
    others = others.exclude(pk=exhibition.pk).select_related("student__person", "advisor", "kind")
    there = [one for one in others if _overlaps(one, starts_at, until)]
    if not there:
        return []
    return [
        *_rooms(there, room, school),
        *_people(exhibition, there, school),
        *_family(exhibition, there, school),
    ]


def _overlaps(other: Exhibition, starts_at: datetime, until: datetime) -> bool:
    ends = other.ends_at
    return bool(other.starts_at and ends and other.starts_at < until and ends > starts_at)


def _told(other: Exhibition, school: School) -> dict[str, str]:
    starts = other.starts_at
    at = clock(starts.astimezone(school.zone).time()) if starts else ""
    return {"name": other.student.first, "time": at, "room": other.room}


def _rooms(there: list[Exhibition], room: str, school: School) -> list[str]:
    room = room.strip().casefold()
    same = [one for one in there if room and one.room.strip().casefold() == room]
    say = _("%(room)s is taken: %(name)s shows there at %(time)s.")
    return [say % _told(one, school) for one in same]


def _people(exhibition: Exhibition, there: list[Exhibition], school: School) -> list[str]:
    """Whoever is on both panels and did not say no."""
    keys = [exhibition.pk, *(one.pk for one in there)]
    rows = Panelist.objects.filter(
        exhibition__in=keys, off_at__isnull=True, person__isnull=False
    ).exclude(state__in=(Panelist.State.DECLINED, Panelist.State.REFUSED))
    named = list(rows.values_list("exhibition", "person", "name"))
    own = {person for key, person, _name in named if key == exhibition.pk}
    by_key = {one.pk: one for one in there}
    say = _("%(who)s is with %(name)s at %(time)s.")
    return [
        say % {**_told(by_key[key], school), "who": name}
        for key, person, name in named
        if key != exhibition.pk and person in own
    ] + [
        say % {**_told(one, school), "who": exhibition.student.name}
        for one in _as_panelist(exhibition, there, named)
    ]


def _as_panelist(
    exhibition: Exhibition, there: list[Exhibition], named: Iterable[tuple[int, int | None, str]]
) -> list[Exhibition]:
    """Where the student sits on somebody's panel, or shows something else."""
    me = exhibition.student.person_id
    busy = {key for key, person, _name in named if person == me}
    return [one for one in there if one.pk in busy or one.student_id == exhibition.student_id]


def _family(exhibition: Exhibition, there: list[Exhibition], school: School) -> list[str]:
    """Brothers and sisters: one family cannot be at two at once."""
    today = school.today()
    students = [exhibition.student_id, *(one.student_id for one in there)]
    rows = Connection.objects.filter(
        student__in=students, role=Role.GUARDIAN, since_on__lte=today
    ).exclude(until_on__lt=today)
    pairs = list(rows.values_list("student", "adult"))
    mine = {adult for student, adult in pairs if student == exhibition.student_id}
    kin = {student for student, adult in pairs if adult in mine} - {exhibition.student_id}
    say = _("The family is with %(name)s at %(time)s.")
    return [say % _told(one, school) for one in there if one.student_id in kin]
