"""Registrar and principal keep the ends; the principal answers for what got lost."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from kindling.people.models import Student
from kindling.people.rules import students_on_record
from kindling.privacy.models import Breach, Certificate, Hold, KeepChoice, Run, WorkWish
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

OLD = timedelta(days=30)  # a count older than that is made anew


def may_keep(viewer: Viewer) -> bool:
    """Hold, count, destroy, say how long."""
    return not viewer.purpose and viewer.is_a(Role.REGISTRAR, Role.PRINCIPAL)


def may_answer(viewer: Viewer) -> bool:
    """Open and work on a case of something lost: the principal alone reads whom it touches."""
    return not viewer.purpose and viewer.is_a(Role.PRINCIPAL)


def may_wish(viewer: Viewer, student: Student) -> bool:
    """The student says what becomes of their own work, also as an alum."""
    own = student.person_id == viewer.person_id and student.school_id == viewer.school.pk
    return own and viewer.is_a(Role.STUDENT, Role.ALUM) and not viewer.purpose


def visible_runs(viewer: Viewer) -> QuerySet[Run]:
    rows: QuerySet[Run] = Run.objects.filter(school=viewer.school).select_related("by")
    return rows.order_by("-at", "-pk") if may_keep(viewer) else rows.none()


def visible_certificates(viewer: Viewer) -> QuerySet[Certificate]:
    rows: QuerySet[Certificate] = Certificate.objects.filter(school=viewer.school)
    return rows.select_related("by", "run") if may_keep(viewer) else rows.none()


def visible_holds(viewer: Viewer) -> QuerySet[Hold]:
    rows: QuerySet[Hold] = Hold.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "by", "ended_by").order_by("-since_at", "-pk")
    return rows if may_keep(viewer) else rows.none()


def visible_breaches(viewer: Viewer) -> QuerySet[Breach]:
    rows: QuerySet[Breach] = Breach.objects.filter(school=viewer.school)
    rows = rows.select_related("person", "by")
    return rows.order_by("-state", "-found_at") if may_answer(viewer) else rows.none()


def own_record(viewer: Viewer) -> Student | None:
    """The student whom the viewer is, or was."""
    return students_on_record(viewer).filter(person_id=viewer.person_id or 0).first()


def latest_wish(student: Student) -> WorkWish | None:
    return WorkWish.objects.filter(student=student).order_by("-at", "-pk").first()


def chosen_months(school: School) -> dict[str, int]:
    """Name of an end → months, where the school chose other ones. One statement."""
    return dict(KeepChoice.objects.filter(school=school).values_list("name", "months"))


def school_called(slug: str) -> School | None:
    return School.objects.filter(slug=slug).first()


def students_to_hold(viewer: Viewer) -> QuerySet[Student]:
    """Anybody who ever learned here."""
    rows: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    rows = rows.select_related("person").order_by("person__sort_name", "pk")
    return rows if may_keep(viewer) else rows.none()
