"""Who keeps the roster."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.enrollment.models import RollOver
from kindling.people.models import Student
from kindling.people.rules import may_edit_roster
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolYear
from kindling.schools.viewer import Viewer


def visible_roster(viewer: Viewer) -> QuerySet[Person]:
    """Everyone the school knows, for those who keep the roster; nobody for the rest."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    return people if may_edit_roster(viewer) else people.none()


def may_keep_roster(viewer: Viewer) -> bool:
    """Enrol, edit, move, withdraw, invite."""
    return may_edit_roster(viewer)


def years_of(viewer: Viewer) -> QuerySet[SchoolYear]:
    """The school's years, newest first."""
    return SchoolYear.of(viewer.school)


def enrolled_students(viewer: Viewer) -> QuerySet[Student]:
    """Everybody whom a roll-over concerns, for those who keep the roster."""
    students: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, state=Student.State.ENROLLED
    )
    students = students if may_edit_roster(viewer) else students.none()
    return students.select_related("person").order_by("grade", "person__sort_name", "pk")


def running_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships that run, with their sites."""
    running = Placement.objects.filter(school=viewer.school, state__in=Placement.RUNNING)
    return running.select_related("site").order_by("pk")


def done_roll_overs(viewer: Viewer) -> QuerySet[RollOver]:
    """Roll-overs that hold, for those who keep the roster."""
    rows: QuerySet[RollOver] = RollOver.objects.filter(
        school=viewer.school, state=RollOver.State.DONE
    )
    return rows.select_related("by", "year") if may_edit_roster(viewer) else rows.none()
