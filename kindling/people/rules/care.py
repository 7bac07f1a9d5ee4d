"""Who reads and keeps what a family allows to be known in an emergency."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import CareNote, Student
from kindling.people.rules.family import is_of_age, may_decide
from kindling.people.rules.seeing import family_of, visible_students
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

YEAR = timedelta(days=366)  # a family's word holds no longer


def visible_care_notes(viewer: Viewer) -> QuerySet[CareNote]:
    """What holds today, of the students one sees. A pass shows none."""
    today = viewer.school.today()
    notes: QuerySet[CareNote] = CareNote.objects.filter(
        school=viewer.school,
        student__in=visible_students(viewer, Matter.CARE),
        ended_at__isnull=True,
    )
    notes = notes.filter(since_on__lte=today, until_on__gte=today)
    return notes.select_related("student__person", "allowed_by").order_by("pk")


def may_keep_care_notes(viewer: Viewer, student: Student) -> bool:
    """The family, who advises the student, leaders, and a student of age."""
    if viewer.purpose:
        return False
    if viewer.person_id == student.person_id:
        return is_of_age(student)
    seen = visible_students(viewer, Matter.CARE).filter(pk=student.pk).exists()
    # Family writes them while it decides: a staff hat, or the matter.
    return seen and (viewer.is_staff or viewer.is_a(Role.SYSTEM) or may_decide(viewer, student))


def may_allow(viewer: Viewer, student: Student) -> QuerySet[Person]:
    """Whose word a care note stands on: the family's, or the student's own when of age.

    A guardian speaks for themselves; staff write down who said it.
    """
    family = family_of(viewer, [student.public_id], Matter.DECIDE).values("adult")
    spoken = Q(pk__in=family) | (Q(pk=student.person_id) if is_of_age(student) else Q(pk__in=[]))
    people: QuerySet[Person] = Person.objects.filter(spoken, school=viewer.school)
    if not (viewer.is_leader or viewer.is_a(Role.ADVISOR, Role.SYSTEM)):
        people = people.filter(pk=viewer.person_id or 0)
    return people.order_by("sort_name", "pk")
