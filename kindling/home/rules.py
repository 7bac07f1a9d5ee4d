"""Whose first page shows whom."""

from __future__ import annotations

from django.db.models import Count, Q

from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


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
