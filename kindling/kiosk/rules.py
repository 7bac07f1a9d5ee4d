"""Who opens a kiosk, who prints codes, and whose code was typed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kiosk.models import KioskCode
from kindling.kit.text import digits
from kindling.passes.models import Pass
from kindling.passes.rules import visible_passes
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

KIOSK = "kiosk"  # the purpose of the tablet's pass


def may_open_kiosk(viewer: Viewer) -> bool:
    """Whoever works at the school."""
    return viewer.is_staff and not viewer.purpose


def visible_kiosks(viewer: Viewer, now: datetime) -> QuerySet[Pass]:
    """Tablets that are open: leaders all, others those they opened."""
    open_now = {"purpose": KIOSK, "revoked_at": None, "expires_at__gt": now}
    return visible_passes(viewer).filter(**open_now).order_by("-pk")


def is_in_charge(held: Pass) -> bool:
    """Say whether who opened the tablet still works here. Two statements at most."""
    return may_open_kiosk(Viewer.of_person(held.bearer))


def may_make_codes(viewer: Viewer) -> bool:
    """Leaders, and advisors for their own students."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def coded_students(viewer: Viewer) -> QuerySet[Student]:
    """The enrolled students for whom one may make a code, with the code they have."""
    if not may_make_codes(viewer):
        return Student.objects.none()
    students: QuerySet[Student] = visible_students(viewer, Matter.DAYS).filter(
        state=Student.State.ENROLLED
    )
    return students.select_related("kiosk_code").order_by("person__sort_name", "pk")


def sits_in(advisory: str) -> Q:
    """Students who sit in the advisory with this public id."""
    seats = {"advisory_seats__advisory__public_id": advisory}
    return Q(**seats, advisory_seats__until_on__isnull=True)


def student_with(held: Pass, typed: str) -> Student | None:
    """Return the student of the tablet's school who has this code."""
    code = KioskCode.hash_of(held.school_id, digits(typed))
    codes = KioskCode.objects.filter(school=held.school_id, code_hash=code)
    found = codes.filter(student__state=Student.State.ENROLLED).select_related("student__person")
    first = found.first()
    return first.student if first else None


def student_named(held: Pass, public_id: str) -> Student | None:
    """Return an enrolled student of the tablet's school."""
    students: QuerySet[Student] = Student.objects.filter(
        school=held.school_id, public_id=public_id, state=Student.State.ENROLLED
    )
    return students.select_related("person").first()


def nobody_chosen() -> str:
    return _("Tick at least one student.")
