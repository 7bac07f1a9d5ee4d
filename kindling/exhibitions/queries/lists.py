"""Lists of exhibitions, kinds, and the programme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from kindling.exhibitions import rules
from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.goals.models import Criterion, Rubric
from kindling.goals.rules import rubrics_in_use
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.models import School, Term
from kindling.schools.queries import terms_of
from kindling.schools.viewer import Viewer

SHOWS = ("coming", "planned", "over")


def listed(viewer: Viewer, show: str, student: Student | None = None) -> QuerySet[Exhibition]:
    """The exhibitions one sees: coming (next first), planned (no date), over (latest first)."""
    rows = rules.visible_exhibitions(viewer)
    rows = rows.filter(student=student) if student else rows
    yes = Q(panelists__state=Panelist.State.COMING, panelists__off_at__isnull=True)
    rows = rows.annotate(coming=Count("panelists", filter=yes, distinct=True))
    if show == "planned":
        none = (Exhibition.State.PLANNED, Exhibition.State.POSTPONED)
        return rows.filter(state__in=none).order_by("student__person__sort_name", "pk")
    if show == "over":
        over = (*Exhibition.OVER, Exhibition.State.CALLED_OFF)
        return rows.filter(state__in=over).order_by("-starts_at", "-pk")
    states = (*Exhibition.DATED, *Exhibition.JUDGING)
    return rows.filter(state__in=states).order_by("starts_at", "pk")


def student_named(viewer: Viewer, public_id: str) -> Student | None:
    """The student a list is narrowed to, where the viewer sees them."""
    return (
        visible_students(viewer, Matter.WORK).filter(public_id=public_id).first()
        if public_id
        else None
    )


def kinds_of(viewer: Viewer) -> list[Kind]:
    """The kinds one may read, those in use first. One statement."""
    return list(rules.visible_kinds(viewer).order_by("-ended_at", "order", "pk"))


def kinds_for(viewer: Viewer, students: Iterable[Student]) -> list[Kind]:
    """The kinds in use that fit one of these students."""
    grades = {one.grade for one in students}
    found = rules.visible_kinds(viewer).filter(ended_at__isnull=True)
    return [one for one in found if any(one.fits(grade) for grade in grades)]


def terms_ahead(school: School) -> list[Term]:
    """The terms that are not over yet, the next first."""
    today = school.today()
    return [one for one in terms_of(school) if one.ends_on >= today]


def grades_of(viewer: Viewer) -> list[str]:
    """The grades that students of the school are in."""
    rows = visible_students(viewer, Matter.WORK).filter(state=Student.State.ENROLLED).order_by()
    return sorted(set(rows.values_list("grade", flat=True)) - {""})


def rubrics_of(viewer: Viewer) -> list[Rubric]:
    """The rubrics for exhibitions that are in use."""
    return list(rubrics_in_use(viewer.school, Rubric.Use.EXHIBITION))


def criteria_of(rubrics: Iterable[Rubric]) -> list[Criterion]:
    """What these rubrics look at, in their order. One statement for each rubric."""
    return [one for rubric in rubrics for one in rubric.criteria.order_by("order")]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the programme."""

    on: date | None
    shows: tuple[Exhibition, ...]


def programme(school: School, *, most: int = 300) -> list[Day]:
    """What the public programme says, from today on: never anybody who said no. One statement."""
    rows = rules.programme_of(school).filter(on__gte=school.today())[:most]
    return [Day(on, tuple(shows)) for on, shows in groupby(rows, key=lambda one: one.on)]


def is_programme_open(school: School) -> bool:
    """Whether anybody may read it. One statement."""
    return rules.own_programme(school).filter(is_open=True).exists()
