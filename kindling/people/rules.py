"""Who sees whom. All access to a student runs through here."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from kindling.people.models import CareNote, Connection, Student
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

OF_AGE = 18
YEAR = timedelta(days=366)  # a family's word holds no longer


def current_connections(viewer: Viewer) -> QuerySet[Connection]:
    """The viewer's own connections that hold today."""
    today = viewer.school.today()
    mine: QuerySet[Connection] = Connection.objects.filter(
        school=viewer.school, adult_id=viewer.person_id, since_on__lte=today
    )
    return mine.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))


def connected_students(school: int, adult: int, role: str, today: date) -> QuerySet[Any]:
    """Keys of the students with whom this adult works in this role today (for prepared queries).

    The caller knows that the adult wears the hat.
    """
    return connections_of(school, adult, role, today).values("student")


def connections_of(school: int, adult: int, role: str, today: date) -> QuerySet[Connection]:
    """The adult's connections in this role that hold today. The caller knows of the hat."""
    return Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=school,
        adult=adult,
        role=role,
        since_on__lte=today,
    )


def visible_students(viewer: Viewer) -> QuerySet[Student]:
    """Leaders see the whole school; students themselves; other adults whom they work with.

    A connection counts only together with its hat: an advisor who left keeps no view, and a
    mentor sees students through passes only, never by signing in.
    """
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    students = students.select_related("person")
    if viewer.purpose:
        return students.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return students
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(person_id=viewer.person_id)
    hats = [role for role in (Role.ADVISOR, Role.GUARDIAN) if viewer.is_a(role)]
    if hats:
        mine = current_connections(viewer).filter(role__in=hats)
        seen |= Q(pk__in=mine.values("student"))
    return students.filter(seen)


def visible_people(viewer: Viewer) -> QuerySet[Person]:
    """Staff see the school's adults and the students they may see; everyone sees themselves."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, merged_into__isnull=True)
    if viewer.is_leader:
        return people
    mine = Q(pk=viewer.person_id) | Q(student__in=visible_students(viewer))
    if viewer.is_a(*STAFF):
        mine |= Q(student__isnull=True)
    return people.filter(mine).distinct()


def may_see_contacts(viewer: Viewer, student: Student) -> bool:
    """Family phone numbers are for those who answer for the student."""
    return viewer.is_leader or viewer.is_a(Role.ADVISOR)


def may_edit_roster(viewer: Viewer) -> bool:
    """The registrar keeps the roster; an administrator may stand in."""
    return viewer.is_a(Role.REGISTRAR, Role.ADMINISTRATOR, Role.SYSTEM)


def may_give_role(viewer: Viewer, role: Role) -> bool:
    """Who gives a hat, and takes it: the roster's keeper, but none that rules over them.

    A registrar who could make a principal could make one of a friend, and read everything.
    Coordinators name mentors.
    """
    if role in {Role.PRINCIPAL, Role.ADMINISTRATOR}:
        return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)
    if role == Role.MENTOR and viewer.is_a(Role.COORDINATOR):
        return True
    return may_edit_roster(viewer)


def visible_care_notes(viewer: Viewer) -> QuerySet[CareNote]:
    """What holds today, of the students one sees. A pass shows none."""
    today = viewer.school.today()
    notes: QuerySet[CareNote] = CareNote.objects.filter(
        school=viewer.school, student__in=visible_students(viewer), ended_at__isnull=True
    )
    notes = notes.filter(since_on__lte=today, until_on__gte=today)
    return notes.select_related("student__person", "allowed_by").order_by("pk")


def may_keep_care_notes(viewer: Viewer, student: Student) -> bool:
    """The family, who advises the student, leaders, and a student of age."""
    if viewer.purpose:
        return False
    if viewer.person_id == student.person_id:
        return is_of_age(student)
    return visible_students(viewer).filter(pk=student.pk).exists()


def is_of_age(student: Student) -> bool:
    age = student.age_on(student.school.today())
    return age is not None and age >= OF_AGE


def may_allow(viewer: Viewer, student: Student) -> QuerySet[Person]:
    """Whose word a care note stands on: the family's, or the student's own when of age.

    A guardian speaks for themselves; staff write down who said it.
    """
    family = family_of(viewer, [student.public_id]).values("adult")
    spoken = Q(pk__in=family) | (Q(pk=student.person_id) if is_of_age(student) else Q(pk__in=[]))
    people: QuerySet[Person] = Person.objects.filter(spoken, school=viewer.school)
    if not (viewer.is_leader or viewer.is_a(Role.ADVISOR, Role.SYSTEM)):
        people = people.filter(pk=viewer.person_id or 0)
    return people.order_by("sort_name", "pk")


def family_of(viewer: Viewer, students: list[str]) -> QuerySet[Connection]:
    """The guardians today of these students (public ids), as far as one sees them, first ones first."""
    today = viewer.school.today()
    rows: QuerySet[Connection] = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school,
        role=Role.GUARDIAN,
        since_on__lte=today,
        student__public_id__in=students,
        student__in=visible_students(viewer),
    )
    return rows.select_related("adult", "student").order_by("-is_primary", "pk")
