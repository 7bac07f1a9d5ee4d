"""Who sees what was reported, who may report, and who has the last word about it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.absences.models import Desk, Reason, Report, Voice
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import current_connections, family_ties, visible_students
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

FAMILY_ABSENCE = "family_absence"  # the purpose of a guardian's pass; its subject is one student


def desk_roles(school: School) -> tuple[str, ...]:
    """Which hats take word of absences and alarms here. One statement."""
    chosen = Desk.objects.filter(school=school).values_list("roles", flat=True).first()
    return tuple(chosen or Desk.DEFAULT)


def is_desk(viewer: Viewer) -> bool:
    """Leaders see the school anyway; other staff where the school gave them the desk."""
    if viewer.purpose:
        return False
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return True
    return viewer.is_a(Role.STAFF) and Role.STAFF.value in desk_roles(viewer.school)


def students_answered_for(viewer: Viewer) -> QuerySet[Student]:
    """Students about whom the viewer may say that they are late or do not come."""
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    students = students.select_related("person")
    if viewer.purpose == FAMILY_ABSENCE:
        named = students.filter(public_id__in=viewer.subjects)
        return named.filter(pk__in=_children(viewer))
    if viewer.purpose:
        return students.none()
    return students if is_desk(viewer) else visible_students(viewer, Matter.DAYS)


def _children(viewer: Viewer) -> QuerySet[Student]:
    mine = family_ties(viewer, Matter.DAYS)
    return mine.values("student")  # type: ignore[return-value]


def visible_reports(viewer: Viewer) -> QuerySet[Report]:
    """You see what was reported about a student if you see the student. The mentor sees none."""
    reports: QuerySet[Report] = Report.objects.filter(school=viewer.school)
    reports = reports.select_related("student__person", "reason", "by", "decided_by")
    if is_desk(viewer):
        return reports
    return reports.filter(student__in=students_answered_for(viewer).values("pk"))


def voice_of(viewer: Viewer, student: Student) -> Voice | None:
    """Whose word it is when the viewer speaks about this student; None: they have none."""
    if student.school_id != viewer.school.pk:
        return None
    if viewer.purpose:
        held = viewer.holds(FAMILY_ABSENCE, student.public_id)
        return Voice.GUARDIAN if held and _is_guardian(viewer, student) else None
    if viewer.is_a(Role.STUDENT) and student.person_id == viewer.person_id:
        return Voice.STUDENT
    if is_desk(viewer):
        return Voice.STAFF
    mine = current_connections(viewer).filter(student=student, has_days=True)
    roles = mine.values_list("role", flat=True)
    held_roles = {role for role in roles if viewer.is_a(Role(role))}
    if Role.ADVISOR in held_roles:
        return Voice.STAFF
    return Voice.GUARDIAN if Role.GUARDIAN in held_roles else None


def _is_guardian(viewer: Viewer, student: Student) -> bool:
    return family_ties(viewer, Matter.DAYS).filter(student=student).exists()


def may_report(viewer: Viewer, student: Student) -> bool:
    """The student, the family, the advisor and the desk."""
    return voice_of(viewer, student) is not None


def may_clear(viewer: Viewer, report: Report) -> bool:
    """The family and the school; nobody clears their own absence."""
    return voice_of(viewer, report.student) in (Voice.GUARDIAN, Voice.STAFF)


def may_refuse(viewer: Viewer, report: Report) -> bool:
    """The school says that it does not count as excused."""
    return voice_of(viewer, report.student) == Voice.STAFF


def may_take_back(viewer: Viewer, report: Report) -> bool:
    """Who said it, and the school; what the school refused, only the school."""
    voice = voice_of(viewer, report.student)
    own = voice is not None and report.by_id is not None and report.by_id == viewer.person_id
    return voice == Voice.STAFF or (own and report.state != Report.State.UNEXCUSED)


def visible_reasons(viewer: Viewer) -> QuerySet[Reason]:
    """The school's reasons, in their order."""
    return Reason.objects.filter(school=viewer.school).order_by("place", "pk")


def may_change_reasons(viewer: Viewer) -> bool:
    """Codes belong to whoever answers for attendance records."""
    roles = (Role.REGISTRAR, Role.ADMINISTRATOR, Role.PRINCIPAL, Role.SYSTEM)
    return viewer.is_a(*roles) and not viewer.purpose


def may_see_list(viewer: Viewer) -> bool:
    """The list is for staff."""
    return not viewer.purpose and (viewer.is_a(Role.ADVISOR) or is_desk(viewer))
