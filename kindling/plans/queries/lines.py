"""One line a student: where the plan of the term stands. Rolled up on write, so one row is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.people.models import Student
from kindling.plans.models import Party, Plan
from kindling.plans.rules import visible_plans
from kindling.schools.viewer import Viewer

TONES = {
    "draft": "quiet", "scheduled": "info", "meeting": "info", "proposed": "warn", "part": "warn",
    "active": "good", "exhibited": "good", "reflected": "calm", "closed": "quiet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list. `unsigned`: the parties whose names are missing, in words."""

    student: int
    public_id: str
    url: str
    term: str
    state: str
    label: str
    tone: str
    items: int
    goals: int
    own_goals: int
    unsigned: tuple[str, ...]
    since: datetime
    is_changing: bool


def line_of(plan: Plan) -> PlanLine:
    label = _("Being changed") if plan.is_changing else str(plan.get_state_display())
    return PlanLine(
        student=plan.student_id, public_id=plan.public_id, url=plan.get_absolute_url(),
        term=plan.term.label, state=plan.state, label=label,
        tone="warn" if plan.is_changing else TONES[plan.state],
        items=plan.item_count, goals=plan.goal_count, own_goals=plan.own_goal_count,
        unsigned=tuple(str(Party(one).label) for one in plan.unsigned),
        since=plan.state_since, is_changing=plan.is_changing,
    )  # fmt: skip


def current_plans(viewer: Viewer) -> QuerySet[Plan]:
    """The plans one sees of the term that runs today, or, between terms, of the last one."""
    today = viewer.school.today()
    rows = visible_plans(viewer).filter(term__starts_on__lte=today)
    lately = today - timedelta(days=90)
    rows = rows.filter(term__ends_on__gte=lately)
    return rows.select_related("term").order_by("-term__starts_on", "-pk")


def plan_line(student: Student, viewer: Viewer) -> PlanLine | None:
    """Return the student's plan of now as this viewer may see it; None where there is none.

    One statement, however many terms there were.
    """
    plan = current_plans(viewer).filter(student=student).first()
    return line_of(plan) if plan else None


def plan_lines(viewer: Viewer, students: Iterable[int]) -> dict[int, PlanLine]:
    """Return the plans of now by the student's key. One statement for a whole list."""
    found: dict[int, PlanLine] = {}
    today = viewer.school.today()
    rows = current_plans(viewer).filter(student__in=list(students), term__ends_on__gte=today)
    for plan in rows:
        found.setdefault(plan.student_id, line_of(plan))
    return found
