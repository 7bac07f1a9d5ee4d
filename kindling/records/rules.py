"""Who reads the records of a school."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.advisory.models import AdvisoryStudent
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_read_sheets(viewer: Viewer) -> bool:
    """Advisors read those of their own students, leaders the school's."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_read_school(viewer: Viewer) -> bool:
    """The year by advisory is the leaders' page."""
    return viewer.is_leader and not viewer.purpose


def listed_students(viewer: Viewer) -> QuerySet[Student]:
    """Students on sheets: those one sees, without guardians' children of another hat."""
    students = visible_students(viewer, Matter.DAYS).filter(state=Student.State.ENROLLED)
    return students.order_by("person__sort_name", "pk")


def seats_of_school(viewer: Viewer) -> QuerySet[AdvisoryStudent]:
    """Who sits in which advisory today, for leaders."""
    seats: QuerySet[AdvisoryStudent] = AdvisoryStudent.objects.filter(
        school=viewer.school, until_on__isnull=True
    )
    return seats if may_read_school(viewer) else seats.none()


def schools_with_summaries() -> QuerySet[School]:
    """Schools that are set up: the clock writes to their staff."""
    return School.objects.filter(set_up_at__isnull=False)
