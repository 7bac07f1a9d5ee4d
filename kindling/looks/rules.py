"""The student, their family matter by matter, and leaders read who looked."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.looks.models import Look, What
from kindling.people.matters import READS
from kindling.people.models import Student
from kindling.people.rules import visible_students, wards
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_looks(viewer: Viewer) -> QuerySet[Look]:
    """The newest first. A family reads of each part they are let into; a link opens none."""
    rows: QuerySet[Look] = Look.objects.filter(school=viewer.school)
    if viewer.purpose or viewer.person is None:
        return rows.none()
    if not viewer.is_leader:
        mine = Q(student__person=viewer.person)
        if viewer.is_a(Role.GUARDIAN):
            mine |= Q(what=What.PAGE, student__in=wards(viewer, None))
            for matter in READS:
                mine |= Q(what=matter.value, student__in=wards(viewer, matter))
        rows = rows.filter(mine)
    return rows.select_related("person").order_by("-on", "person__sort_name", "what", "pk")


def lookable_students(viewer: Viewer) -> QuerySet[Student]:
    """Of whom one may ask who looked: of oneself, also after school, one's children; leaders of all."""
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    students = students.select_related("person")
    if viewer.purpose or viewer.person is None:
        return students.none()
    if viewer.is_leader:
        return visible_students(viewer)
    mine = Q(person=viewer.person)
    if viewer.is_a(Role.GUARDIAN):
        mine |= Q(pk__in=wards(viewer, None))
    return students.filter(mine).order_by("person__sort_name", "pk")
