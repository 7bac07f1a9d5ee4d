"""Who sees progress, who says what counts, and who writes the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kindling.attendance.models import Day, Hours
from kindling.exploring.rules import may_enter, may_verify, visible_experiences
from kindling.people.models import Student
from kindling.people.rules import is_own
from kindling.requirements.models import CreditRule, Requirement
from kindling.schools.models import SchoolYear
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

__all__ = [
    "days_between_terms", "days_left_open", "hours_in", "is_own", "may_change_requirements",
    "may_enter", "may_see_progress", "may_verify", "visible_credit_rules", "visible_experiences",
    "visible_requirements", "visible_years",
]  # fmt: skip


def visible_requirements(viewer: Viewer) -> QuerySet[Requirement]:
    """Everybody at the school may know what is asked for."""
    rows: QuerySet[Requirement] = Requirement.objects.filter(school=viewer.school)
    return rows.none() if viewer.purpose else rows.order_by("grade", "kind")


def visible_credit_rules(viewer: Viewer) -> QuerySet[CreditRule]:
    """Everybody at the school may know what an hour is worth."""
    rows: QuerySet[CreditRule] = CreditRule.objects.filter(school=viewer.school)
    return rows.none() if viewer.purpose else rows


def visible_years(viewer: Viewer) -> QuerySet[SchoolYear]:
    """The school's years, newest first."""
    return SchoolYear.of(viewer.school)


def hours_in(viewer: Viewer, year: int) -> QuerySet[Hours]:
    """Sums of the terms of the year with this key, of the whole school; ask for students one sees."""
    return Hours.objects.filter(school=viewer.school, term__year=year)


def days_between_terms(viewer: Viewer, gaps: Iterable[tuple[date, date]]) -> QuerySet[Day]:
    """Days that no term holds: their sums know no year. Ask for students one sees."""
    days: QuerySet[Day] = Day.objects.filter(school=viewer.school, standing__in=Day.COUNTED)
    wanted = Q(pk__in=[])
    for first, last in gaps:
        wanted |= Q(on__gte=first, on__lte=last)
    return days.filter(wanted, term__isnull=True)


def days_left_open(viewer: Viewer, student: Student) -> QuerySet[Day]:
    """Check-ins of earlier days without an end."""
    today = viewer.school.today()
    return Day.objects.filter(student=student, state=Day.State.CHECKED_IN, on__lt=today)


def may_see_progress(viewer: Viewer) -> bool:
    """The list of everybody's progress is for staff."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_change_requirements(viewer: Viewer) -> bool:
    """Principal and coordinator write the rules; an administrator may stand in."""
    return viewer.is_a(Role.PRINCIPAL, Role.COORDINATOR, Role.ADMINISTRATOR, Role.SYSTEM)
