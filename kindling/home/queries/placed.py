"""Students, where they intern, and their hours: one statement for every first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from kindling.attendance.sums import minutes_now
from kindling.people.models import Student
from kindling.placements.models import Placement

PERSON = ("public_id", "name", "given_name", "preferred_given_name", "phone")
PLACE = (
    "pk", "public_id", "starts_on", "ends_on", "site__name", "site__phone", "mentor__given_name",
    "mentor__preferred_given_name", "mentor__phone",
)  # fmt: skip


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
    ends_on: date | None
    site: str
    site_phone: str
    mentor: str
    mentor_phone: str

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> Place:
        pk, public_id, starts_on, ends_on, site, phone, given, preferred, mobile = row
        return cls(pk, public_id, starts_on, ends_on, site, phone, preferred or given, mobile)


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


def placed_students(students: QuerySet[Student], today: date) -> list[Placed]:
    """Return the students by name, each once. One statement."""
    running = Q(placements__state__in=Placement.RUNNING)
    rows: QuerySet[Any] = students.annotate(
        now=FilteredRelation("placements", condition=running), **minutes_now(today)
    )
    rows = rows.order_by("person__sort_name", "pk", "now__starts_on", "now__pk")
    found: dict[int, list[Any]] = {}
    fields = ("pk", "public_id", "confirmed", "waiting", "disputed")
    person = tuple(f"person__{name}" for name in PERSON)
    for row in rows.values_list(*fields, *person, *(f"now__{name}" for name in PLACE)):
        pk, public_id, *sums, face_id, name, given, preferred, phone = row[:10]
        who = Someone(face_id, name, preferred or given, public_id, phone)
        places = found.setdefault(pk, [who, sums, []])[2]
        if row[10] is not None:
            places.append(Place.of(row[10:]))
    return [Placed(pk, who, tuple(places), *sums) for pk, (who, sums, places) in found.items()]
