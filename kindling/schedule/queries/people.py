"""The plan of a date for those whom the viewer cares for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from kindling.advisory.rules import visible_advisories
from kindling.schedule.beside import told_beside
from kindling.schedule.models import Commitment
from kindling.schedule.plan import Date, DayPlan
from kindling.schedule.queries.plans import plans_on
from kindling.schedule.rules import seated_students, visible_commitments
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Planned:
    """Whose plan it is, in words, and the plan."""

    who: str
    plan: DayPlan


@dataclass(frozen=True)
class DayPage:
    """A date with one plan for each of those whom it concerns."""

    on: date
    rows: list[Planned]

    @property
    def earlier(self) -> date:
        return self.on - timedelta(days=1)

    @property
    def later(self) -> date:
        return self.on + timedelta(days=1)


def day_page(viewer: Viewer, day: date) -> DayPage:
    """Leaders and staff see the school's plans, advisors their advisories', others their own.

    At most eight statements, and one for each app above (`schedule.beside`).
    """
    facts = plans_on(viewer.school, day)
    if viewer.is_a(Role.STUDENT, Role.GUARDIAN) and not viewer.is_staff:
        return DayPage(day, own_plans(viewer, facts))
    if viewer.is_a(Role.ADVISOR) and not viewer.is_leader:
        return DayPage(day, advisory_plans(viewer, facts) or school_plans(facts))
    return DayPage(day, [*school_plans(facts), *advisory_plans(viewer, facts, apart=True)])


def own_plans(viewer: Viewer, facts: Date) -> list[Planned]:
    """The student's own plan, or those of one's children, with what takes them elsewhere."""
    busy: dict[int, list[Commitment]] = {}
    for one in visible_commitments(viewer).filter(since_on__lte=facts.on):
        if one.holds_on(facts.on):
            busy.setdefault(one.student_id, []).append(one)
    students = list(seated_students(viewer))
    beside = told_beside(viewer, facts.on, [student.pk for student in students])
    rows = []
    for student in students:
        plan = facts.plan_for(student.grade, student.advisory_key or 0)
        plan = with_own_time(plan, busy.get(student.pk, []))
        more = () if plan.closed else tuple(beside.get(student.pk, []))
        rows.append(Planned(student.name, replace(plan, notes=(*plan.notes, *more))))
    return rows


def with_own_time(plan: DayPlan, busy: Iterable[Commitment]) -> DayPlan:
    """The same plan, with a note for whatever takes the student elsewhere."""
    return replace(plan, notes=(*plan.notes, *(one.sentence for one in busy)))


def advisory_plans(viewer: Viewer, facts: Date, *, apart: bool = False) -> list[Planned]:
    """One plan for each advisory the viewer sees; `apart`: only where it is not its grade's."""
    advisories = visible_advisories(viewer).filter(ended_on__isnull=True)
    return [
        Planned(one.name, plan)
        for one in advisories
        if (plan := facts.plan_for(one.grade, one.pk)) != facts.plan_for(one.grade) or not apart
    ]


def school_plans(facts: Date) -> list[Planned]:
    """The school's plan, and that of each grade which has one of its own."""
    grades = {week.grade for week in facts.weeks} | {change.grade for change in facts.changes}
    grades |= {grade for closure in facts.closures for grade in closure.grades}
    word = _("Grade %(grade)s")
    apart = [
        Planned(word % {"grade": grade}, facts.plan_for(grade)) for grade in sorted(grades - {""})
    ]
    return [Planned(_("Whole school"), facts.plan_for()), *apart]
