"""Students, where they intern, and their hours: one statement for every first page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kindling.home.queries.said import Missed, Said, missed_in, said_in
from kindling.home.statements import PLACE, SAID, STUDENT, student_of_person, students_of_adult
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Someone:
    """A student as a row shows them; `public_id` is the person's (their face), `id` the student's."""

    public_id: str
    name: str
    first: str
    id: str
    phone: str


@dataclass(frozen=True)
class Place:
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


@dataclass(frozen=True)
class Placed:
    """A student with the internships that run now and this term's minutes by standing."""

    pk: int
    who: Someone
    places: tuple[Place, ...]
    confirmed: int
    waiting: int
    disputed: int
    said: Said | None = None  # the last word about today
    missed: Missed | None = None  # somebody looks for them, or should

    @property
    def total(self) -> int:
        return self.confirmed + self.waiting + self.disputed


def advised(viewer: Viewer, today: date) -> list[Placed]:
    """The students whom the viewer advises, by name. One statement."""
    return _of_adult(viewer, Role.ADVISOR, today)


def children(viewer: Viewer, today: date) -> list[Placed]:
    """The students whose family the viewer is, by name. One statement."""
    return _of_adult(viewer, Role.GUARDIAN, today)


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
    """Put several places of one student together."""
    found: dict[int, Placed] = {}
    for row in rows:
        pk, public_id, *sums, face_id, name, given, preferred, phone = row[: len(STUDENT)]
        if pk not in found:
            who = Someone(face_id, name, preferred or given, public_id, phone)
            found[pk] = Placed(pk, who, (), *sums)
        found[pk] = _with_more(found[pk], row[len(STUDENT) :])
    return list(found.values())


def _with_more(one: Placed, row: tuple[Any, ...]) -> Placed:
    """Add what this row tells: one more place, a later word about today, an alarm."""
    place, rest = row[: len(PLACE)], row[len(PLACE) :]
    places = one.places
    if place[0] is not None and place[0] not in {known.pk for known in places}:
        places = (*places, Place.of(place))
    said, missed = said_in(rest), missed_in(rest[len(SAID) :])
    if said and one.said and said.at < one.said.at:
        said = one.said
    return replace(one, places=places, said=said or one.said, missed=missed or one.missed)
