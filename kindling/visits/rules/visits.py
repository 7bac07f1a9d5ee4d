"""Who reads a note about a place: the student's own advisor and the leaders."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kindling.people.rules import own_advisees
from kindling.placements.models import Placement
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.visits.models import Cadence, Visit

VISITED = (Placement.State.ACTIVE, Placement.State.ENDING)  # nobody goes while it is paused


def decides(viewer: Viewer) -> bool:
    """The coordinator and the principal visit and note wherever a student is."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def may_open(viewer: Viewer) -> bool:
    """Whose page of visits it is at all."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def _of_mine(viewer: Viewer, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows of the students one advises; leaders all; a substitute and everybody else none."""
    if viewer.purpose:
        return rows.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    if not viewer.is_a(Role.ADVISOR):
        return rows.none()
    return rows.filter(student__in=own_advisees(viewer))


def visible_visits(viewer: Viewer) -> QuerySet[Visit]:
    """Visits with their notes. The student and the mentor read what is shared, elsewhere."""
    visits: QuerySet[Visit] = Visit.objects.filter(school=viewer.school)
    related = ("placement__site", "placement__mentor", "student__person", "by")
    return _of_mine(viewer, visits).select_related(*related)


def visible_cadences(viewer: Viewer) -> QuerySet[Cadence]:
    """How the visits of running internships stand."""
    rows: QuerySet[Cadence] = Cadence.objects.filter(
        school=viewer.school, placement__state__in=VISITED
    )
    return _of_mine(viewer, rows)


def visitable_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships one may visit: of one's own students, or all for who decides."""
    rows: QuerySet[Placement] = Placement.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "site", "mentor")
    if decides(viewer):
        return rows
    if not viewer.is_a(Role.ADVISOR) or viewer.purpose:
        return rows.none()
    return rows.filter(student__in=own_advisees(viewer))


def seen_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships whose visits one may read about: every leader all of them."""
    rows: QuerySet[Placement] = Placement.objects.filter(school=viewer.school)
    return _of_mine(viewer, rows).select_related("student__person", "site", "mentor")


def may_visit(viewer: Viewer, placement: Placement) -> bool:
    """The student's own advisor, coordinator and principal."""
    same = placement.school_id == viewer.school.pk
    return same and visitable_placements(viewer).filter(pk=placement.pk).exists()


def may_note(viewer: Viewer, visit: Visit) -> bool:
    """Whose visit it is writes the note; coordinator and principal may mend it."""
    mine = visit.by_id is not None and visit.by_id == viewer.person_id
    return (mine or decides(viewer)) and may_visit(viewer, visit.placement)


def may_set_policy(viewer: Viewer) -> bool:
    """Who says how often."""
    return decides(viewer) or (viewer.is_a(Role.ADMINISTRATOR) and not viewer.purpose)


def own_visits(viewer: Viewer) -> QuerySet[Visit]:
    """What a student reads: when somebody comes, and what was shared with them. No note."""
    visits: QuerySet[Visit] = Visit.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return visits.none()
    shared = Q(shared_with__in=[Visit.Whom.STUDENT, Visit.Whom.BOTH])
    ahead = Q(state=Visit.State.PLANNED, planned_on__gte=viewer.school.today())
    mine = visits.filter(shared | ahead, student__person=viewer.person_id)
    return mine.select_related("placement__site", "by")


def planned_visits(viewer: Viewer) -> QuerySet[Visit]:
    """What is planned at the school: for subqueries of rows that one sees."""
    return Visit.objects.filter(school=viewer.school, state=Visit.State.PLANNED)
