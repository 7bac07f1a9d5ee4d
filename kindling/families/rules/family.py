"""As whom the bearer of a family's link reads, and whose family somebody is today."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import family_ties, guardian_ties, own_advisees, wards
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

FAMILY_WEEK = "family_week"  # the purpose of a guardian's pass; its subject is the guardian


def reader_of(viewer: Viewer) -> Viewer:
    """Return the viewer as family and as nothing else they may be at this school.

    A link names its bearer; which children it shows follows from their ties of today. Whoever
    also teaches here sees by this link what a parent sees.
    """
    person, nobody = viewer.person, Viewer(viewer.person, viewer.school, frozenset())
    if person is None:
        return nobody
    if viewer.purpose:
        worn = viewer.holds(FAMILY_WEEK, person.public_id) and _is_guardian_today(viewer)
    else:
        worn = viewer.is_a(Role.GUARDIAN)
    hats = frozenset({Role.GUARDIAN.value}) if worn else frozenset[str]()
    return Viewer(person, viewer.school, hats)


def _is_guardian_today(viewer: Viewer) -> bool:
    today = viewer.school.today()
    hats = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, person=viewer.person_id, role=Role.GUARDIAN, since_on__lte=today,
    )  # fmt: skip
    return hats.exists()


def is_family(viewer: Viewer) -> bool:
    """Say whether this is somebody's family: signed in, or by a family's link."""
    return reader_of(viewer).is_a(Role.GUARDIAN)


def children_of(reader: Viewer, matter: Matter | None = None) -> QuerySet[Student]:
    """The enrolled students whose family the reader is today, by name.

    matter: only those of whom the reader is let into it; without one all of whom they know anything.
    """
    students: QuerySet[Student] = Student.objects.filter(
        school=reader.school, state=Student.State.ENROLLED, pk__in=wards(reader, matter)
    )
    return students.select_related("person").order_by("person__sort_name", "pk")


def matters_of(reader: Viewer) -> dict[int, frozenset[Matter]]:
    """Child's key → the matters into which the reader is let. One statement."""
    columns = [matter.column for matter in Matter]
    found: dict[int, frozenset[Matter]] = {}
    ties = family_ties(reader, None) if reader.is_a(Role.GUARDIAN) else Connection.objects.none()
    for student, *has in ties.values_list("student", *columns):
        let_in = {matter for matter, yes in zip(Matter, has, strict=True) if yes}
        found[student] = found.get(student, frozenset()) | let_in
    return found


def advisors_of(reader: Viewer, students: list[int]) -> list[tuple[int, Person]]:
    """Return (student's key, advisor) of the reader's children, the first of each last."""
    today = reader.school.today()
    rows = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=reader.school, student__in=students, role=Role.ADVISOR, since_on__lte=today,
    )  # fmt: skip
    rows = rows.select_related("adult").order_by("is_primary", "-pk")
    return [(row.student_id, row.adult) for row in rows]


def guardians_written_to(viewer: Viewer) -> QuerySet[Person]:
    """The families one may write to: leaders the school's, an advisor their own students'.

    Only who gets letters about a child (Matter.TOLD).
    """
    ties = guardian_ties(Matter.TOLD, viewer.school.today()).filter(
        school=viewer.school, student__state=Student.State.ENROLLED
    )
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    if viewer.purpose:
        return people.none()
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        ties = ties.filter(student__in=own_advisees(viewer))
    return people.filter(pk__in=ties.values("adult")).order_by("sort_name", "pk")


def may_send_to(viewer: Viewer, guardians: Sequence[Person]) -> bool:
    """Whether all of them are families this viewer may write to. One statement."""
    keys = {one.pk for one in guardians}
    return guardians_written_to(viewer).filter(pk__in=keys).count() == len(keys)
