"""Who hears about exploring: those who guide the student, the family, the host."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from kindling.kit.addresses import url
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardians_for
from kindling.placements.audience import advisors_of, coordinators_of
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

__all__ = [
    "Person",
    "advisors_of",
    "coordinators_of",
    "family_asked",
    "family_of",
    "own_page",
    "unique",
]


def family_of(student: Student) -> QuerySet[Person]:
    """The guardians of today who hear where the student will be."""
    return guardians_for(student, Matter.DAYS, Matter.TOLD)


def family_asked(student: Student) -> QuerySet[Person]:
    """The guardians of today who may say yes."""
    return guardians_for(student, Matter.DAYS, Matter.DECIDE, Matter.TOLD)


def unique(people: Iterable[Person | None], by: Viewer) -> list[Person]:
    """Each once, and never the one who did it."""
    found = {one.pk: one for one in people if one is not None and one.pk != by.person_id}
    for person in found.values():
        person.school = by.school  # spares a statement for each
    return list(found.values())


def own_page() -> str:
    """Where a student finds all of it."""
    return url("exploring:exploring")
