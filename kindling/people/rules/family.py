"""Which guardian is let into which matter of a child, and who may speak for the child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

OF_AGE = 18
ANY = reduce(or_, (Q(**{matter.column: True}) for matter in Matter))


def gives(matter: Matter | None, today: date) -> Q:
    """What a connection must say to let its adult into the matter; None: into any at all.

    From eighteen on nobody decides for a student but the student: no clock has to say so.
    """
    if matter is None:
        return ANY
    said = Q(**{matter.column: True})
    if matter != Matter.DECIDE:
        return said
    return said & (~Q(role=Role.GUARDIAN) | under_age(today))


def under_age(today: date) -> Q:
    """Rows about students who are not of age that day. An unknown birthday is under age."""
    return Q(student__birth_on__isnull=True) | Q(
        student__birth_on__gt=_eighteen_years_before(today)
    )


def adult_on(today: date) -> Q:
    """Students who are of age that day."""
    return Q(birth_on__lte=_eighteen_years_before(today))


def _eighteen_years_before(today: date) -> date:
    leap = today - timedelta(days=(today.month, today.day) == (2, 29))
    return leap.replace(year=leap.year - OF_AGE)


def is_of_age(student: Student) -> bool:
    age = student.age_on(student.school.today())
    return age is not None and age >= OF_AGE


def guardian_ties(matter: Matter | None, today: date) -> QuerySet[Connection]:
    """Every guardian's connection that holds that day and lets them into the matter.

    Narrow it to a school, students or an adult. The caller knows of the hat.
    """
    return Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        gives(matter, today),
        role=Role.GUARDIAN,
        since_on__lte=today,
    )


def wards_of(school: int, adult: int, matter: Matter | None, today: date) -> QuerySet[Any]:
    """Keys of the students of whom this guardian is let into the matter (for ready queries).

    The caller knows that the adult wears the hat.
    """
    return guardian_ties(matter, today).filter(school=school, adult=adult).values("student")


def family_ties(viewer: Viewer, matter: Matter | None) -> QuerySet[Connection]:
    """The viewer's own connections as family which let them into the matter today.

    Also behind a link, whose bearer wears no hat: a link dies with the matter it is about.
    """
    mine = guardian_ties(matter, viewer.school.today())
    return mine.filter(school=viewer.school, adult=viewer.person_id or 0)


def wards(viewer: Viewer, matter: Matter | None) -> QuerySet[Any]:
    """Keys of the students of whom the viewer, signed in as family, is let into the matter today."""
    mine = family_ties(viewer, matter)
    if viewer.purpose or not viewer.is_a(Role.GUARDIAN):
        mine = mine.none()
    return mine.values("student")


def matters_of(viewer: Viewer, around: Iterable[Connection]) -> frozenset[Matter]:
    """What the viewer is let into, told from the adults around a student they see. No statement."""
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return frozenset(Matter)
    mine = [
        row for row in around if row.adult_id == viewer.person_id and viewer.is_a(Role(row.role))
    ]
    if any(row.role == Role.ADVISOR for row in mine) or not mine:
        return frozenset(Matter)
    return frozenset(m for m in Matter for row in mine if getattr(row, m.column))


def answers_for(viewer: Viewer, around: Iterable[Connection]) -> bool:
    """Leaders and the own advisor, told from the adults around a student; never of their own child."""
    mine = [row for row in around if row.adult_id == viewer.person_id]
    if viewer.purpose or any(row.role == Role.GUARDIAN for row in mine):
        return False
    advises = any(row.role == Role.ADVISOR and not row.is_substitute for row in mine)
    return viewer.is_leader or (advises and viewer.is_a(Role.ADVISOR))


def shown_around(viewer: Viewer, around: Iterable[Connection]) -> list[Connection]:
    """The adults around a student as the viewer may read of them.

    Of the family, family sees itself alone: who else there is, and where they live, is not theirs
    to know. Whoever is not let into where the student is, is not told the mentor's name either.
    """
    rows = list(around)
    matters = matters_of(viewer, rows)
    is_kin = any(row.adult_id == viewer.person_id and row.role == Role.GUARDIAN for row in rows)
    return [
        row
        for row in rows
        if (row.role != Role.GUARDIAN or not is_kin or row.adult_id == viewer.person_id)
        and (row.role != Role.MENTOR or Matter.DAYS in matters)
    ]


def guardians_for(student: Student, *matters: Matter) -> QuerySet[Person]:
    """Whom of the family to write to (TOLD), to ask for a signature (DECIDE), to show it; first ones first.

    With several matters: who is let into all of them, as for a letter with a signature to give.
    For DECIDE empty from eighteen on: ask the student.
    """
    today = student.school.today()
    people: QuerySet[Person] = Person.objects.filter(
        Q(connections__until_on__isnull=True) | Q(connections__until_on__gte=today),
        school=student.school_id,
        connections__student=student,
        connections__role=Role.GUARDIAN,
        connections__since_on__lte=today,
        **{f"connections__{matter.column}": True for matter in matters},
    )
    if Matter.DECIDE in matters and is_of_age(student):
        return people.none()
    return people.order_by("-connections__is_primary", "connections__pk")


def may_decide(viewer: Viewer, student: Student) -> bool:
    """Sign, allow, refuse, ask for the record: the student from eighteen on, else who has DECIDE."""
    if viewer.purpose or viewer.person is None or viewer.school.pk != student.school_id:
        return False
    if is_of_age(student):
        return viewer.person_id == student.person_id
    return wards(viewer, Matter.DECIDE).filter(student=student).exists()


def kin_of(student: Student) -> set[int]:
    """Keys of everybody who is or ever was this student's family, let into something or not.

    For what nobody does or reads as staff about their own child.
    """
    held = Connection.objects.filter(student=student, role=Role.GUARDIAN)
    return set(held.values_list("adult", flat=True))


def own_kin(viewer: Viewer) -> QuerySet[Any]:
    """Keys of the students whose family the viewer is or ever was, let into something or not.

    What they do and read here as staff is never about those.
    """
    rows = Connection.objects.filter(adult=viewer.person_id or 0, role=Role.GUARDIAN)
    return rows.values("student")


def deciders(student: Student) -> QuerySet[Person]:
    """Everybody who may decide, see `may_decide`. For a page, the caller says who may see them."""
    if is_of_age(student):
        return Person.objects.filter(pk=student.person_id)
    return guardians_for(student, Matter.DECIDE)
