"""Who sees whom. All access to a student runs through here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules.family import gives, guardian_ties, wards
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer


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


def own_advisees(viewer: Viewer) -> QuerySet[Any]:
    """Keys of the students whose own advisor the viewer is today; not those of a substitute.

    Ask it wherever something is between a student and their advisor alone.
    """
    mine = current_connections(viewer).filter(role=Role.ADVISOR, is_substitute=False)
    if viewer.purpose or not viewer.is_a(Role.ADVISOR):
        mine = mine.none()
    return mine.values("student")


def is_own(viewer: Viewer, student: Student) -> bool:
    """Say whether the viewer is this student, signed in: no pass speaks for somebody."""
    own = student.person_id == viewer.person_id and student.school_id == viewer.school.pk
    return own and viewer.is_a(Role.STUDENT) and not viewer.purpose


def advisees_or_lent(viewer: Viewer, lets: QuerySet[Any]) -> QuerySet[Any]:
    """Keys of the students whom the viewer advises today; as a substitute only where `lets` has a row.

    For what is between a student and one adult: no leader, no pass.
    """
    mine = current_connections(viewer).filter(role=Role.ADVISOR)
    mine = mine.filter(Q(is_substitute=False) | Exists(lets))
    if viewer.purpose or not viewer.is_a(Role.ADVISOR):
        mine = mine.none()
    return mine.values("student")


def is_own_advisor(viewer: Viewer, student: Student) -> bool:
    """Say whether the viewer is this student's own advisor today. One statement."""
    return own_advisees(viewer).filter(student=student).exists()


def visible_students(viewer: Viewer, matter: Matter | None = None) -> QuerySet[Student]:
    """Leaders see the whole school; students themselves; other adults whom they work with.

    `matter` is what is shown of them: it leaves out whom a guardian is not let into there.
    Without one a guardian finds a child of whom they may know anything at all: a name, no more.
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
        mine = mine.filter(gives(matter, viewer.school.today()))
        seen |= Q(pk__in=mine.values("student"))
    return students.filter(seen)


def students_in_full(viewer: Viewer, matter: Matter | None = None) -> QuerySet[Student]:
    """The students whom one sees, but not as a substitute: that one sees their day alone.

    Ask it for what a student makes and is after, which family and leaders see too.
    """
    students = visible_students(viewer, matter)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return students
    seen = Q(pk__in=own_advisees(viewer))
    if viewer.is_a(Role.STUDENT):
        seen |= Q(person=viewer.person_id)
    if viewer.is_a(Role.GUARDIAN):
        seen |= Q(pk__in=wards(viewer, matter))
    return students.filter(seen)


def students_on_record(viewer: Viewer) -> QuerySet[Student]:
    """Of whom one reads what the school certified: as other work, and one's own after school, too."""
    students = students_in_full(viewer, Matter.WORDS)
    if viewer.is_a(Role.ALUM) and not viewer.purpose:
        own = Student.objects.filter(school=viewer.school, person=viewer.person_id or 0)
        students = students | own.select_related("person")
    return students


def students_in_hand(viewer: Viewer) -> QuerySet[Student]:
    """Whose waiting things are the viewer's: an advisor's own students; a coordinator's all.

    Other leaders see the whole school and are not asked for all of it.
    """
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    if viewer.purpose:
        return students.none()
    if viewer.is_a(Role.COORDINATOR):
        return students
    if not viewer.is_a(Role.ADVISOR):
        return students.none()
    mine = current_connections(viewer).filter(role=Role.ADVISOR)
    return students.filter(pk__in=mine.values("student"))


def visible_people(viewer: Viewer) -> QuerySet[Person]:
    """Staff see the school's adults and the students they may see; everyone sees themselves."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, merged_into__isnull=True)
    if viewer.is_leader:
        return people
    mine = Q(pk=viewer.person_id) | Q(student__in=visible_students(viewer))
    if viewer.is_a(*STAFF):
        mine |= Q(student__isnull=True)
    return people.filter(mine).distinct()


def family_of(
    viewer: Viewer, students: list[str], matter: Matter | None = None
) -> QuerySet[Connection]:
    """The guardians today of these students (public ids), as far as one sees them, first ones first.

    With a matter: those who are let into it.
    """
    ties = guardian_ties(matter, viewer.school.today())
    rows = ties.filter(
        school=viewer.school,
        student__public_id__in=students,
        student__in=visible_students(viewer),
    )
    return rows.select_related("adult", "student").order_by("-is_primary", "pk")
