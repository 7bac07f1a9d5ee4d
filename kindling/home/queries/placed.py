"""Students, where they intern, and their hours: one statement for every first page."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from kindling.attendance.sums import parts_of
from kindling.home.queries.said import Missed, Said, missed_in, said_in
from kindling.home.statements import PLACE, SAID, STUDENT, student_of_person, students_of_adult
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.talks.models import SILENT

AFTER_PLACE = len(STUDENT) + len(PLACE)  # where the columns SAID begin


class Someone(NamedTuple):
    """A student as a row shows them; `public_id` is the person's (their face), `id` the student's."""

    public_id: str
    name: str
    first: str
    id: str
    phone: str


class Place(NamedTuple):
    """An internship that runs: where, with whom, and whom to call."""

    pk: int
    id: str
    starts_on: date
    site: str
    site_phone: str
    mentor: str
    mentor_phone: str
    has_code: bool  # one can type the code of the place

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> Place:
        pk, public_id, starts_on, site, phone, given, preferred, mobile, code = row
        mentor = preferred or given
        return cls(pk, public_id, starts_on, site, phone, mentor, mobile, code is not None)


class Placed(NamedTuple):
    """A student with the internships that run now and this term's minutes by standing."""

    pk: int
    who: Someone
    places: tuple[Place, ...]
    confirmed: int
    waiting: int
    disputed: int
    said: Said | None = None  # the last word about today
    missed: Missed | None = None  # somebody looks for them, or should
    talked_on: date | None = None  # the last real talk; the first day here when there was none
    silent_days: int = SILENT  # after how many the school calls it a silence
    stands_in: bool = False  # the viewer only stands in for the student's advisor
    sees_days: bool = True  # a guardian may not be let into where the child is: all above is empty

    @property
    def total(self) -> int:
        return self.confirmed + self.waiting + self.disputed

    def is_silent(self, today: date) -> bool:
        """Say whether their own advisor had no real talk with them for longer than the school wants."""
        if self.stands_in or self.talked_on is None:
            return False
        return (today - self.talked_on).days > self.silent_days


def advised(viewer: Viewer, today: date) -> list[Placed]:
    """The students whom the viewer advises, by name. One statement."""
    return _of_adult(viewer, Role.ADVISOR, today)


def oneself(viewer: Viewer, today: date) -> Placed | None:
    """The student behind the viewer. One statement."""
    asked: dict[str, Any] = {
        "school": viewer.school.pk,
        "person": viewer.person_id or 0,
        "today": today,
    }
    return next(iter(_placed(student_of_person(**asked))), None)


def _of_adult(viewer: Viewer, role: Role, today: date) -> list[Placed]:
    asked: dict[str, Any] = {
        "school": viewer.school.pk,
        "adult": viewer.person_id or 0,
        "today": today,
    }
    return _placed(students_of_adult(role=role.value, **asked)) if viewer.is_a(role) else []


def _placed(rows: list[tuple[Any, ...]]) -> list[Placed]:
    """Put the rows of one student together: several places, several words about today."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return [_of_rows(same) for same in found.values()]


def _of_rows(rows: list[tuple[Any, ...]]) -> Placed:
    """One student, their places, the last word about today, and an alarm."""
    pk, public_id, minutes, face_id, name, given, preferred, phone, *talk = rows[0][: len(STUDENT)]
    places: dict[int, Place] = {}
    said, missed = None, None
    for row in rows:
        place, rest = row[len(STUDENT) : AFTER_PLACE], row[AFTER_PLACE:]
        if place[0] is not None and place[0] not in places:
            places[place[0]] = Place.of(place)
        word = said_in(rest)
        if word and (said is None or word.at >= said.at):
            said = word
        missed = missed_in(rest[len(SAID) :]) or missed
    who = Someone(face_id, name, preferred or given, public_id, phone)
    confirmed, waiting, disputed = parts_of(minutes)
    places_now = tuple(places.values())
    enrolled_on, last_on, days, stands_in, sees_days = talk
    if not sees_days:
        return Placed(pk, who, (), 0, 0, 0, sees_days=False)
    told = (said, missed, last_on or enrolled_on, days or SILENT, bool(stands_in))
    return Placed(pk, who, places_now, confirmed, waiting, disputed, *told)
