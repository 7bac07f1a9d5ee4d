"""Who sees a week and its plan, who plans it, who takes a time."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.exhibitions.models import Exhibition, Panelist
from kindling.exhibitions.rules import visible_exhibitions
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.weeks.models import Change, Run, Sitting, Week

COMES = (Panelist.State.NAMED, Panelist.State.ASKED, Panelist.State.COMING)
PLANNERS = (Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)


def visible_weeks(viewer: Viewer) -> QuerySet[Week]:
    """Who plans sees all; other staff what is not called off; students the weeks they are in."""
    weeks: QuerySet[Week] = Week.objects.filter(school=viewer.school)
    if may_plan(viewer):
        return weeks
    weeks = weeks.exclude(state=Week.State.CALLED_OFF)
    if viewer.purpose:
        return weeks.none()
    if viewer.is_staff:
        return weeks
    if viewer.is_a(Role.STUDENT):
        mine = Sitting.objects.filter(
            exhibition__student__person=viewer.person_id or 0, off_at__isnull=True
        )
        return weeks.filter(pk__in=mine.values("week"))
    return weeks.none()


def visible_sittings(viewer: Viewer) -> QuerySet[Sitting]:
    """Those of the exhibitions one sees, in the weeks one sees."""
    rows: QuerySet[Sitting] = Sitting.objects.filter(school=viewer.school, off_at__isnull=True)
    rows = rows.filter(week__in=visible_weeks(viewer).values("pk"))
    rows = rows.select_related("exhibition__student__person", "exhibition__kind", "room", "week")
    if not may_plan(viewer):
        rows = rows.filter(exhibition__in=visible_exhibitions(viewer).values("pk"))
    return rows


def own_sittings(viewer: Viewer) -> QuerySet[Sitting]:
    """The student's own."""
    rows = visible_sittings(viewer)
    if not viewer.is_a(Role.STUDENT):
        return rows.none()
    return rows.filter(exhibition__student__person=viewer.person_id or 0)


def visible_runs(viewer: Viewer) -> QuerySet[Run]:
    """How a plan was made is for who plans."""
    rows: QuerySet[Run] = Run.objects.filter(school=viewer.school)
    return rows if may_plan(viewer) else rows.none()


def visible_changes(viewer: Viewer) -> QuerySet[Change]:
    """So is what was changed by hand."""
    rows: QuerySet[Change] = Change.objects.filter(school=viewer.school)
    return rows.select_related("by") if may_plan(viewer) else rows.none()


def visible_people(viewer: Viewer, week: Week) -> QuerySet[Person]:
    """Who leads or sits on a panel of this week: those whose hours count."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    if not may_plan(viewer):
        return people.filter(pk=viewer.person_id or 0)
    held = Sitting.objects.filter(week=week, off_at__isnull=True).values("exhibition")
    panels = Panelist.objects.filter(exhibition__in=held, off_at__isnull=True, state__in=COMES)
    leads = Exhibition.objects.filter(pk__in=held).values("advisor")
    return people.filter(Q(pk__in=panels.values("person")) | Q(pk__in=leads))


def may_plan(viewer: Viewer) -> bool:
    """The coordinator plans; principal and administrator may stand in."""
    return viewer.is_a(*PLANNERS) and not viewer.purpose


def may_book(viewer: Viewer, sitting: Sitting) -> bool:
    """Students take a time for themselves."""
    student = sitting.exhibition.student
    own = viewer.is_a(Role.STUDENT) and student.person_id == viewer.person_id
    return own and not viewer.purpose and sitting.school_id == viewer.school.pk


def may_say_hours(viewer: Viewer, week: Week) -> bool:
    """Staff say for themselves when they can."""
    return viewer.is_staff and not viewer.purpose and week.school_id == viewer.school.pk
