"""Who limits a guardian, who says what eighteen means, who shares, and who may read of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kindling.people.models import Connection, Limit, Sharing, Student, Transfer
from kindling.people.rules.family import adult_on, kin_of
from kindling.people.rules.seeing import own_advisees
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

KEEPERS = (Role.REGISTRAR, Role.PRINCIPAL)


def _keeps(viewer: Viewer) -> bool:
    return viewer.is_a(*KEEPERS) and not viewer.purpose


def visible_family(viewer: Viewer) -> QuerySet[Connection]:
    """Guardians of today, let into something or not, of students one leads or advises.

    A page of the family's contacts is for staff, and not about one's own child: no guardian reads
    there that another is limited.
    """
    today = viewer.school.today()
    rows: QuerySet[Connection] = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, role=Role.GUARDIAN, since_on__lte=today,
    )  # fmt: skip
    rows = rows.select_related("adult", "student__person").order_by("-is_primary", "pk")
    return rows.filter(student__in=_in_charge_of(viewer))


def _in_charge_of(viewer: Viewer) -> QuerySet[Any]:
    """Keys of the students whose family's rights the viewer may read of, as staff."""
    students = Student.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_staff:
        return students.none().values("pk")
    own = Connection.objects.filter(adult=viewer.person_id, role=Role.GUARDIAN)
    students = students.exclude(pk__in=own.values("student"))
    if not viewer.is_leader:
        students = students.filter(pk__in=own_advisees(viewer))
    return students.values("pk")


def students_with_family(viewer: Viewer) -> QuerySet[Student]:
    """The students whose family's contacts and rights the viewer reads: leaders, the own advisor."""
    rows: QuerySet[Student] = Student.objects.filter(pk__in=_in_charge_of(viewer))
    return rows.select_related("person")


def visible_limits(viewer: Viewer) -> QuerySet[Limit]:
    """What was ever limited and why: for whoever may limit, and not about their own child."""
    rows: QuerySet[Limit] = Limit.objects.filter(
        school=viewer.school, student__in=_in_charge_of(viewer)
    )
    rows = rows.select_related("adult", "student__person", "written_by", "ended_by")
    return rows.order_by("-created_at", "-pk") if _keeps(viewer) else rows.none()


def visible_transfers(viewer: Viewer) -> QuerySet[Transfer]:
    """What was said at eighteen: whoever may say it, the own advisor, and the student."""
    rows: QuerySet[Transfer] = Transfer.objects.filter(school=viewer.school)
    mine = Q(student__in=_in_charge_of(viewer))
    if viewer.is_a(Role.STUDENT) and not viewer.purpose:
        mine |= Q(student__person=viewer.person_id)
    return rows.filter(mine).select_related("written_by", "ended_by").order_by("-pk")


def may_limit(viewer: Viewer, connection: Connection) -> bool:
    """The registrar and the principal; never about their own child."""
    is_family = connection.role == Role.GUARDIAN and connection.school_id == viewer.school.pk
    return is_family and _keeps(viewer) and viewer.person_id not in kin_of(connection.student)


def may_lift(viewer: Viewer, limit: Limit) -> bool:
    """Who may limit, may lift."""
    return visible_limits(viewer).filter(pk=limit.pk).exists()


def may_keep_limits(viewer: Viewer) -> bool:
    """Say whether the page offers it at all. No statement."""
    return _keeps(viewer)


def may_transfer(viewer: Viewer, student: Student) -> bool:
    """The registrar and the principal confirm; never about their own child."""
    here = student.school_id == viewer.school.pk
    return here and _keeps(viewer) and viewer.person_id not in kin_of(student)


def to_transfer(viewer: Viewer) -> QuerySet[Student]:
    """Enrolled students who are eighteen and of whom nothing was said yet, the oldest first."""
    rows = Student.objects.filter(
        adult_on(viewer.school.today()), school=viewer.school, state=Student.State.ENROLLED,
        pk__in=_in_charge_of(viewer),
    )  # fmt: skip
    rows = rows.exclude(transfers__in=Transfer.objects.filter(ended_at__isnull=True))
    rows = rows.select_related("person").order_by("birth_on", "pk")
    return rows if _keeps(viewer) else rows.none()


def own_standing(viewer: Viewer) -> Student | None:
    """The viewer as a student, or None: who asks who in their family sees what."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    mine = Student.objects.filter(school=viewer.school, person=viewer.person_id or 0)
    found: Student | None = mine.select_related("person").first()
    return found


def own_family(viewer: Viewer) -> QuerySet[Connection]:
    """The student's own guardians of today."""
    today = viewer.school.today()
    mine = own_standing(viewer)
    rows: QuerySet[Connection] = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student=mine.pk if mine else 0, role=Role.GUARDIAN, since_on__lte=today,
    )  # fmt: skip
    return rows.select_related("adult").order_by("-is_primary", "pk")


def own_sharings(viewer: Viewer) -> QuerySet[Sharing]:
    """What the student shares now."""
    mine = own_standing(viewer)
    rows: QuerySet[Sharing] = Sharing.objects.filter(ended_at__isnull=True)
    return rows.filter(student=mine.pk if mine else 0)


def may_share(viewer: Viewer, student: Student, adult: Person) -> bool:
    """The student alone, who holds their rights, with somebody of their family today."""
    mine = own_standing(viewer)
    is_own = mine is not None and mine.pk == student.pk and mine.holds_rights
    return is_own and own_family(viewer).filter(adult=adult).exists()
