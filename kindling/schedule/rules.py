"""Who sees the calendar, and who keeps it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kindling.advisory.models import AdvisoryStudent
from kindling.history.models import Event
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schedule.models import Anchor, Block, Change, Closure, Commitment, Week
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_closures(viewer: Viewer) -> QuerySet[Closure]:
    """Everyone at the school knows when it is closed; a pass shows what it names only."""
    closures: QuerySet[Closure] = Closure.objects.filter(school=viewer.school)
    return closures.none() if viewer.purpose else closures


def may_see_calendar(viewer: Viewer) -> bool:
    """The month page is for those who work here."""
    return viewer.is_staff and not viewer.purpose


def may_change_closures(viewer: Viewer) -> bool:
    """The office closes the school; the coordinator knows of internship days off."""
    return viewer.is_a(
        Role.PRINCIPAL, Role.ADMINISTRATOR, Role.REGISTRAR, Role.COORDINATOR, Role.SYSTEM
    )


def visible_weeks(viewer: Viewer) -> QuerySet[Week]:
    """How the school's weeks run is no secret to anybody at the school."""
    weeks: QuerySet[Week] = Week.objects.filter(school=viewer.school).select_related("advisory")
    return weeks.none() if viewer.purpose else weeks


def visible_changes(viewer: Viewer) -> QuerySet[Change]:
    """What is different on a date concerns everybody at the school."""
    changes: QuerySet[Change] = Change.objects.filter(school=viewer.school)
    changes = changes.select_related("advisory")
    return changes.none() if viewer.purpose else changes


def visible_anchors(viewer: Viewer) -> QuerySet[Anchor]:
    """Where A weeks begin."""
    anchors: QuerySet[Anchor] = Anchor.objects.filter(school=viewer.school)
    return anchors.none() if viewer.purpose else anchors


def visible_commitments(viewer: Viewer) -> QuerySet[Commitment]:
    """Whoever sees the student knows when they are elsewhere; never a mentor."""
    mine: QuerySet[Commitment] = Commitment.objects.filter(school=viewer.school)
    mine = mine.filter(student__in=visible_students(viewer, Matter.DAYS))
    return mine.select_related("student__person")


def visible_events(viewer: Viewer, public_id: str) -> QuerySet[Event]:
    """What was done with one thing, newest first: for those who may do it too."""
    events: QuerySet[Event] = Event.objects.filter(school=viewer.school, subject_id=public_id)
    if not may_change_weeks(viewer):
        return events.none()
    return events.select_related("by").order_by("-at", "-pk")


def may_see_plan(viewer: Viewer) -> bool:
    """The plan of a day is for staff, students and families."""
    inside = viewer.is_staff or viewer.is_a(Role.STUDENT, Role.GUARDIAN)
    return inside and not viewer.purpose


def may_change_weeks(viewer: Viewer) -> bool:
    """Who closes the school also says how its weeks run."""
    return may_change_closures(viewer) and not viewer.purpose


def may_keep_commitments(viewer: Viewer, student: Student) -> bool:
    """The student's advisor and the office note when a student is elsewhere."""
    return viewer.is_a(Role.SYSTEM) or (
        (viewer.is_leader or viewer.is_a(Role.ADVISOR))
        and visible_students(viewer, Matter.DAYS).filter(pk=student.pk).exists()
    )


def extra_days(school: School, first: date, last: date) -> QuerySet[Any]:
    """Days that a change gives the plan of another day: a Saturday may be a school day then."""
    plans = [Change.Plan.OTHER_DAY, Change.Plan.OWN]
    moved = Change.objects.filter(school=school, on__gte=first, on__lte=last, plan__in=plans)
    return moved.filter(grade="", advisory__isnull=True).values_list("on", flat=True)


def blocks_between(school: School, first: date, last: date) -> QuerySet[Block]:
    """The blocks of every week of the school that holds on one of these days."""
    open_end = Q(week__until_on__isnull=True) | Q(week__until_on__gte=first)
    blocks: QuerySet[Block] = Block.objects.filter(
        open_end, school=school, week__since_on__lte=last
    )
    return blocks.select_related("week").order_by("starts_at", "pk")


def changes_between(school: School, first: date, last: date) -> QuerySet[Change]:
    """What is different on these days, with blocks."""
    changes: QuerySet[Change] = Change.objects.filter(school=school, on__gte=first, on__lte=last)
    return changes.select_related("advisory").prefetch_related("blocks").order_by("pk")


def anchors_of(school: School, day: date) -> list[date]:
    """The Mondays of A weeks up to the day."""
    anchors = Anchor.objects.filter(school=school, on__lte=day)
    return list(anchors.order_by("on").values_list("on", flat=True))


def seats_of(student: Student) -> QuerySet[AdvisoryStudent]:
    """The student's seat in an advisory."""
    seats: QuerySet[AdvisoryStudent] = AdvisoryStudent.objects.filter(
        student=student, until_on__isnull=True
    )
    return seats


def grades_of(school: School) -> list[str]:
    """The grades in which somebody is enrolled, in order."""
    students = Student.objects.filter(school=school, state=Student.State.ENROLLED)
    grades = students.exclude(grade="").order_by("grade").values_list("grade", flat=True)
    return list(grades.distinct())


def seated_students(viewer: Viewer) -> QuerySet[Any]:
    """The students whom the viewer sees, by name, each with `advisory_key` of today or None."""
    seat = AdvisoryStudent.objects.filter(student=OuterRef("pk"), until_on__isnull=True)
    key = Subquery(seat.values("advisory")[:1])
    return (
        visible_students(viewer, Matter.DAYS)
        .annotate(advisory_key=key)
        .order_by("person__sort_name", "pk")
    )


def has_letters(school: School) -> bool:
    """Say whether weeks alternate at this school."""
    return Anchor.objects.filter(school=school).exists()
