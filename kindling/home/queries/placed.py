"""Students, where they intern, and their hours: one statement for every first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kindling.home.statements import STUDENT, student_of_person, students_of_adult
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
    found: dict[int, tuple[Someone, list[int], dict[int, Place]]] = {}
    for row in rows:
        pk, public_id, *sums, face_id, name, given, preferred, phone = row[: len(STUDENT)]
        who = Someone(face_id, name, preferred or given, public_id, phone)
        places = found.setdefault(pk, (who, sums, {}))[2]
        place = row[len(STUDENT) :]
        if place[0] is not None:
            places[place[0]] = Place.of(place)
    return [
        Placed(pk, who, tuple(places.values()), *sums) for pk, (who, sums, places) in found.items()
    ]
