"""Who sees the board, and whom on it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.models import Student
from kindling.people.rules import connected_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from kindling.sites.rules import visible_sites


def may_see_board(viewer: Viewer) -> bool:
    """Who answers for students: leaders and advisors. For everybody else there is no board."""
    return not viewer.purpose and (viewer.is_leader or viewer.is_a(Role.ADVISOR))


def sees_school(viewer: Viewer) -> bool:
    """Leaders may look at the whole school; others at those whom they advise."""
    return viewer.is_leader and not viewer.purpose


def students_on_board(viewer: Viewer, *, mine: bool) -> QuerySet[Student]:
    """Enrolled students: the viewer's own advisees, or (leaders only) the whole school's.

    Narrower than people.rules.visible_students: an advisor's own child is not on it.
    """
    students: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, state=Student.State.ENROLLED
    )
    if not may_see_board(viewer):
        return students.none()
    if sees_school(viewer) and not mine:
        return students
    today, person = viewer.school.today(), viewer.person_id or 0
    own = connected_students(viewer.school.pk, person, Role.ADVISOR.value, today)
    return students.filter(pk__in=own)


def sites_with_card(viewer: Viewer) -> QuerySet[Site]:
    """Sites whose emergency card the viewer may open: those who have a board."""
    sites: QuerySet[Site] = visible_sites(viewer)
    return sites if may_see_board(viewer) else sites.none()
