"""Who sees the roll, who takes it, and who keeps its codes."""

from __future__ import annotations

from typing import Protocol

from django.db.models import Q, QuerySet

from kindling.advisory.models import Advisory
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import current_connections, visible_students
from kindling.roll.models import Code, Correction, Mark, MarkQuerySet, MonthSum
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_rolls(viewer: Viewer) -> QuerySet[Advisory]:
    """Advisories whose roll one may open: leaders all, advisors those they lead."""
    advisories: QuerySet[Advisory] = Advisory.objects.filter(school=viewer.school)
    if viewer.purpose:
        return advisories.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return advisories
    if not viewer.is_a(Role.ADVISOR):
        return advisories.none()
    today = viewer.school.today()
    held = Q(advisors__until_on__isnull=True) | Q(advisors__until_on__gte=today)
    led = Q(advisors__person=viewer.person_id, advisors__since_on__lte=today)
    return advisories.filter(led & held).distinct()


def visible_marks(viewer: Viewer) -> MarkQuerySet:
    """Marks of the students one sees."""
    marks: MarkQuerySet = Mark.objects.filter(student__in=visible_students(viewer, Matter.DAYS))
    return marks


def visible_months(viewer: Viewer) -> QuerySet[MonthSum]:
    """Sums of the students one sees."""
    months: QuerySet[MonthSum] = MonthSum.objects.filter(school=viewer.school)
    if viewer.is_leader and not viewer.purpose:
        return months
    return months.filter(student__in=visible_students(viewer, Matter.DAYS))


def marks_of_student(student: int) -> MarkQuerySet:
    """Marks by the student's key, for prepared queries. The caller knows that one sees them."""
    marks: MarkQuerySet = Mark.objects.filter(student=student)
    return marks


def months_of_student(student: int) -> QuerySet[MonthSum]:
    """Sums by the student's key, for prepared queries. The caller knows that one sees them."""
    return MonthSum.objects.filter(student=student)


def visible_corrections(viewer: Viewer) -> QuerySet[Correction]:
    """What was changed about the students one sees."""
    rows: QuerySet[Correction] = Correction.objects.filter(school=viewer.school)
    return rows.filter(student__in=visible_students(viewer, Matter.DAYS))


def visible_codes(viewer: Viewer) -> QuerySet[Code]:
    """The school's own codes, for staff."""
    codes: QuerySet[Code] = Code.objects.filter(school=viewer.school)
    return codes if viewer.is_staff and not viewer.purpose else codes.none()


class Led(Protocol):
    """A roll that knows whether who asks leads its advisory (roster.Roll)."""

    @property
    def is_led(self) -> bool: ...


def may_take_roll(viewer: Viewer, roll: Led) -> bool:
    """Who leads the advisory today, and the office for whoever is away."""
    if viewer.purpose:
        return False
    office = viewer.is_leader or viewer.is_a(Role.SYSTEM)
    return office or (viewer.is_a(Role.ADVISOR) and roll.is_led)


def may_open_rolls(viewer: Viewer) -> bool:
    """Advisors and leaders have rolls to open."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_mark(viewer: Viewer, student: Student) -> bool:
    """The office, the student's own advisor, and Kindling itself (kiosk, reports)."""
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return not viewer.purpose
    own = current_connections(viewer).filter(role=Role.ADVISOR, student=student)
    return viewer.is_a(Role.ADVISOR) and own.exists()


def may_change_codes(viewer: Viewer) -> bool:
    """The codes are the registrar's and the principal's."""
    return viewer.is_a(Role.PRINCIPAL, Role.REGISTRAR, Role.ADMINISTRATOR, Role.SYSTEM)
