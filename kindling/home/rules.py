"""Whose first page shows whom."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from kindling.people.models import Connection, Student
from kindling.people.rules import current_connections, visible_students
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def own_students(viewer: Viewer) -> QuerySet[Student]:
    """The enrolled students one advises: not the whole school, whatever else one is."""
    return _connected(viewer, Role.ADVISOR)


def own_children(viewer: Viewer) -> QuerySet[Student]:
    """The enrolled students whose family one is."""
    return _connected(viewer, Role.GUARDIAN)


def oneself(viewer: Viewer) -> QuerySet[Student]:
    """The student behind the viewer; nobody when the viewer is no student."""
    return visible_students(viewer).filter(person=viewer.person_id)


def _connected(viewer: Viewer, role: Role) -> QuerySet[Student]:
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    mine = current_connections(viewer).filter(role=role)
    return students.filter(pk__in=mine.values("student"), state=Student.State.ENROLLED)


def advisors_of(viewer: Viewer, students: list[int]) -> list[tuple[int, Person]]:
    """Return (student's key, advisor) of students one sees, the first of each last."""
    today = viewer.school.today()
    rows = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school,
        student__in=students,
        role=Role.ADVISOR,
        since_on__lte=today,
    )
    rows = rows.select_related("adult").order_by("is_primary", "-pk")
    return [(row.student_id, row.adult) for row in rows]


def school_counts(viewer: Viewer) -> tuple[int, int]:
    """Return how many students are enrolled and how many of them have an internship."""
    enrolled = Student.objects.filter(school=viewer.school, state=Student.State.ENROLLED)
    running = Q(placements__state__in=Placement.RUNNING)
    found = enrolled.aggregate(
        all=Count("pk", distinct=True), placed=Count("pk", distinct=True, filter=running)
    )
    return found["all"], found["placed"]
