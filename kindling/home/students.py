"""The list of students and one student's page: what many apps know about one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.http import Http404

from kindling.advisory.rules import with_advisory
from kindling.attendance.models import Day, Hours
from kindling.attendance.rules import visible_days, visible_hours
from kindling.home.learning import Door, learning_doors
from kindling.interests.models import Interest
from kindling.interests.queries import InterestCard, card_of
from kindling.interests.rules import shared_interests
from kindling.kit.paging import page_of
from kindling.kit.text import plain
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import (
    answers_for,
    matters_of,
    may_see_contacts,
    shown_around,
    visible_students,
)
from kindling.placements.models import Placement, PlannedDay, Pursuit
from kindling.placements.rules import visible_pursuits
from kindling.schools.http import ViewerRequest
from kindling.schools.listing import listing
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

# Of fifty people a list shows little.
SHOWN = ("public_id", "grade", "person__public_id", "person__name")


@listing
def students_in(viewer: Viewer, state: str) -> QuerySet[Any]:
    """Students by name; enrolled ones unless another state is named."""
    wanted = state if state in Student.State else Student.State.ENROLLED
    students = visible_students(viewer).filter(state=wanted)
    return with_advisory(students).only(*SHOWN).order_by("person__sort_name", "pk")


def student_list(request: ViewerRequest, *, words: str, state: str) -> Page[Any]:
    """A page of students in this state in whose name each word is. Two statements."""
    state = state if state in Student.State else Student.State.ENROLLED
    if not plain(words):
        return students_in.page(request, state)
    students = students_in(request.viewer, state)
    for word in plain(words).split():
        students = students.filter(Q(person__sort_name__contains=word) | Q(number=word))
    return page_of(request, students)


# What the page reads of them, and no more.
PURSUIT = (
    "public_id", "state", "opportunity__public_id", "opportunity__title", "opportunity__site__name",
    "placement__public_id", "placement__state", "placement__starts_on", "placement__site__name",
    "placement__mentor__name",
)  # fmt: skip
DAY = ("public_id", "on", "state", "placement__site__name")


@dataclass(frozen=True)
class StudentPage:
    """Everything one student's page shows, for this viewer."""

    student: Any
    matters: frozenset[Matter]  # what of all this the viewer is let into
    adults: list[Connection]
    shows_contacts: bool
    answers_for: bool  # leaders and the own advisor: protected contacts, the family's rights
    pursuits: list[Pursuit]
    placements: list[tuple[Placement, list[PlannedDay]]]
    days: list[Day]
    hours: list[Hours]
    interests: list[InterestCard]
    doors: list[Door]

    @property
    def minutes(self) -> int:
        return sum(row.total for row in self.hours)


@ready
def _found(viewer: Viewer, public_id: str) -> QuerySet[Any]:
    return with_advisory(visible_students(viewer)).filter(public_id=public_id)


@ready
def _pursuits(viewer: Viewer, student: int) -> QuerySet[Pursuit]:
    rows = visible_pursuits(viewer).filter(student=student)
    rows = rows.select_related("opportunity__site", "placement__site", "placement__mentor")
    return rows.only(*PURSUIT).order_by("-created_at")[:10]


@ready
def _planned_days(viewer: Viewer, placements: list[int]) -> QuerySet[PlannedDay]:
    """The days that hold from now on, of internships one sees."""
    days: QuerySet[PlannedDay] = PlannedDay.objects.filter(school=viewer.school)
    days = days.filter(placement__in=placements, until_on__isnull=True)
    return days.order_by("weekday", "starts_at")


@ready
def _interests(viewer: Viewer, student: int) -> QuerySet[Interest]:
    return shared_interests(viewer, student)[:5]


@ready
def _days(viewer: Viewer, student: int) -> QuerySet[Day]:
    rows = visible_days(viewer).filter(student=student)
    rows = rows.select_related("placement__site").only(*DAY)
    return rows.order_by("-on")[:10]


@ready
def _hours(viewer: Viewer, student: int) -> QuerySet[Hours]:
    today = viewer.school.today()
    hours = visible_hours(viewer).filter(student=student)
    return hours.filter(term__starts_on__lte=today, term__ends_on__gte=today)


def find_student(viewer: Viewer, public_id: str) -> Any:
    """Return the student with their advisory's name; 404 for one whom one does not see."""
    found = _found(viewer, public_id)
    if not found:
        raise Http404
    return found[0]


def student_page(viewer: Viewer, student: Student) -> StudentPage:
    """Gather the page in nine statements, whatever the student has done."""
    pursuits = _pursuits(viewer, student.pk)
    placements = [p.placement for p in pursuits if hasattr(p, "placement")]
    planned = _planned_days(viewer, [one.pk for one in placements]) if placements else []
    adults = around(viewer, student.pk)
    matters = matters_of(viewer, adults)
    return StudentPage(
        student=student,
        matters=matters,
        adults=shown_around(viewer, adults),
        shows_contacts=may_see_contacts(viewer, student),
        answers_for=answers_for(viewer, adults),
        pursuits=[p for p in pursuits if not hasattr(p, "placement")],
        placements=[(one, [d for d in planned if d.placement_id == one.pk]) for one in placements],
        days=_days(viewer, student.pk),
        hours=_hours(viewer, student.pk),
        interests=[card_of(one) for one in _interests(viewer, student.pk)],
        doors=learning_doors(viewer, student, matters),
    )


@ready
def around(viewer: Viewer, student: int) -> QuerySet[Connection]:
    """The adults who work with the student (whom one sees) today: advisor, family, mentor."""
    today = viewer.school.today()
    rows = Connection.objects.filter(school=viewer.school, student=student, since_on__lte=today)
    rows = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    return rows.select_related("adult").order_by("role", "pk")
