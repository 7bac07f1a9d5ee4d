"""All students of a term and how far their plans are."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from kindling.meetings.models import Kind, Meeting
from kindling.meetings.rules import visible_meetings
from kindling.people.models import Student
from kindling.plans.models import CoverSheet, Plan
from kindling.plans.queries.lines import PlanLine, line_of
from kindling.plans.rules import students_with_plans, terms_of, visible_cover_sheets, visible_plans
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer

SHOWN = ("all", "none", "writing", "unsigned", "signed")


@dataclass(frozen=True)
class Row:
    """`met`: how many plan meetings were held this school year."""

    student: Student
    line: PlanLine | None
    met: int


def term_for(viewer: Viewer, public_id: str = "") -> Term | None:
    """The term that is named, else the one that runs today, else the next, else the last."""
    return term_among(list(terms_of(viewer)), viewer, public_id)


def term_among(terms: list[Term], viewer: Viewer, public_id: str = "") -> Term | None:
    """The same, of terms that are read already."""
    named = next((one for one in terms if one.public_id == public_id), None)
    today = viewer.school.today()
    ahead = next((one for one in terms if one.ends_on >= today), None)
    return named or ahead or (terms[-1] if terms else None)


def cohort(viewer: Viewer, term: Term, show: str) -> QuerySet[Student]:
    """The enrolled students one sees, by name; `show` one of SHOWN."""
    students = students_with_plans(viewer).filter(state=Student.State.ENROLLED)
    plans = visible_plans(viewer).filter(term=term)
    writing = Q(state__in=Plan.WRITING)
    if show == "none":
        students = students.exclude(pk__in=plans.values("student"))
    elif show == "writing":
        students = students.filter(pk__in=plans.filter(writing).values("student"))
    elif show == "unsigned":
        students = students.filter(pk__in=plans.exclude(waits_for="").values("student"))
    elif show == "signed":
        kept = plans.exclude(writing | Q(state__in=Plan.SIGNING))
        students = students.filter(pk__in=kept.values("student"))
    return students.order_by("person__sort_name", "pk")


def cohort_rows(viewer: Viewer, term: Term, students: list[Student]) -> list[Row]:
    """The rows of one page. Two statements."""
    plans = visible_plans(viewer).filter(term=term, student__in=students).select_related("term")
    lines = {plan.student_id: line_of(plan) for plan in plans}
    held = visible_meetings(viewer).filter(
        student__in=students, kind=Kind.PLAN, state=Meeting.State.HELD
    )
    year = term.year
    held = held.filter(starts_at__date__gte=year.starts_on, starts_at__date__lte=year.ends_on)
    counted = held.order_by().values("student").annotate(n=Count("pk"))
    met = {row["student"]: row["n"] for row in counted}
    return [Row(one, lines.get(one.pk), met.get(one.pk, 0)) for one in students]


@dataclass(frozen=True)
class Home:
    """One student as they, or their family, find them on the page of plans."""

    student: Student
    now: Plan | None
    plans: list[Plan]
    cover: CoverSheet | None


def homes(viewer: Viewer, term: Term | None) -> list[Home]:
    """Oneself, or each of one's children: at most ten. Three statements."""
    students = list(students_with_plans(viewer).order_by("person__sort_name", "pk")[:10])
    rows = visible_plans(viewer).filter(student__in=students).for_page()
    plans: dict[int, list[Plan]] = {}
    for plan in rows.order_by("-term__starts_on", "-pk")[:100]:
        plans.setdefault(plan.student_id, []).append(plan)
    year = term.year_id if term else 0
    sheets = visible_cover_sheets(viewer).filter(student__in=students, year=year)
    covers = {one.student_id: one for one in sheets}
    return [
        Home(
            one,
            next((p for p in plans.get(one.pk, []) if term and p.term_id == term.pk), None),
            plans.get(one.pk, []),
            covers.get(one.pk),
        )
        for one in students
    ]


def own_plans(viewer: Viewer, student: Student) -> list[Plan]:
    """Every plan of one student that the viewer sees, newest term first."""
    rows = visible_plans(viewer).filter(student=student).for_page()
    return list(rows.order_by("-term__starts_on", "-pk")[:50])
