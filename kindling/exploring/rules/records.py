"""Records of exploring: whoever sees the student sees them; notes stay between student and guides."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_seats
from kindling.exploring.models import (
    Activity,
    Assignment,
    Experience,
    Interview,
    OwnQuestion,
    Rehearsal,
)
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import current_connections, is_own, visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_experiences(viewer: Viewer) -> QuerySet[Experience]:
    """Those of the students one sees."""
    rows: QuerySet[Experience] = Experience.objects.filter(school=viewer.school)
    rows = rows.filter(student__in=visible_students(viewer, Matter.PLAN).values("pk"))
    return rows.select_related("student__person", "decided_by", "by").order_by("-on", "-pk")


def visible_interviews(viewer: Viewer) -> QuerySet[Interview]:
    """The student's, and those of students whom staff see. A family sees that one counts, no notes."""
    rows: QuerySet[Interview] = Interview.objects.filter(school=viewer.school)
    rows = rows.filter(_own_or_staff(viewer))
    return rows.select_related("student__person", "experience", "opportunity").order_by(
        "-on", "-pk"
    )


def visible_assignments(viewer: Viewer) -> QuerySet[Assignment]:
    """What a student writes about themselves: theirs, and that of those who guide them."""
    rows: QuerySet[Assignment] = Assignment.objects.filter(school=viewer.school)
    return rows.filter(_own_or_staff(viewer)).select_related("student__person", "reply_by")


def visible_rehearsals(viewer: Viewer) -> QuerySet[Rehearsal]:
    """The student's, and those of students whom staff see."""
    rows: QuerySet[Rehearsal] = Rehearsal.objects.filter(school=viewer.school)
    rows = rows.filter(_own_or_staff(viewer))
    return rows.select_related("student__person", "reply_by", "opportunity__site")


def _own_or_staff(viewer: Viewer) -> Q:
    """Rows of the viewer as a student, and of those whom they guide: no family, no pass."""
    if viewer.purpose:
        return Q(pk__in=[])
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM):
        return Q()
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        mine = current_connections(viewer).filter(role=Role.ADVISOR)
        seen |= Q(student__in=mine.values("student"))
    return seen


def visible_activities(viewer: Viewer) -> QuerySet[Activity]:
    """The school's own activities: for staff who give them, and for students who read one."""
    rows: QuerySet[Activity] = Activity.objects.filter(school=viewer.school)
    return rows.order_by("title", "pk") if may_keep_bank(viewer) else rows.none()


def visible_own_questions(viewer: Viewer) -> QuerySet[OwnQuestion]:
    """Questions the school offers for interviews."""
    rows: QuerySet[OwnQuestion] = OwnQuestion.objects.filter(school=viewer.school)
    return rows.none() if viewer.purpose else rows.filter(is_retired=False).order_by("text", "pk")


def may_verify(viewer: Viewer, student: Student) -> bool:
    """The student's own advisor, the coordinator and the principal."""
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM):
        return not viewer.purpose
    own = current_connections(viewer).filter(role=Role.ADVISOR, student=student)
    return viewer.is_a(Role.ADVISOR) and own.exists()


def guides(viewer: Viewer, student: Student) -> bool:
    """Whoever verifies also gives activities, marks ready and plans shadow days with the student."""
    return student.school_id == viewer.school.pk and may_verify(viewer, student)


def guided_keys(viewer: Viewer, students: Iterable[Student]) -> set[int]:
    """Keys of those among these students whom the viewer guides. One statement at most."""
    keys = {one.pk for one in students}
    if viewer.purpose:
        return set()
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM):
        return keys
    mine = current_connections(viewer).filter(role=Role.ADVISOR, student__in=keys)
    return set(mine.values_list("student_id", flat=True)) if viewer.is_a(Role.ADVISOR) else set()


def may_enter(viewer: Viewer, student: Student) -> bool:
    """The student, and whoever may verify it."""
    return is_own(viewer, student) or may_verify(viewer, student)


def own_student(viewer: Viewer) -> Student | None:
    """Return the viewer as a student of this school, or None. One statement."""
    if viewer.person is None or viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    return visible_students(viewer, Matter.PLAN).filter(person=viewer.person).first()


def students_in(viewer: Viewer, group: Advisory) -> QuerySet[Student]:
    """The enrolled students of an advisory today, as far as the viewer sees them."""
    seats = visible_seats(viewer, group).order_by().values("student")
    enrolled = visible_students(viewer, Matter.PLAN).filter(
        state=Student.State.ENROLLED, pk__in=seats
    )
    return enrolled.order_by("person__sort_name", "pk")


def may_keep_bank(viewer: Viewer) -> bool:
    """Who guides students looks through the bank, and adds and changes what the school gives."""
    keepers = (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)
    return viewer.is_a(*keepers) and not viewer.purpose


def may_change_choice(viewer: Viewer) -> bool:
    """What a school asks before a student asks for a place: coordinator and principal."""
    roles = (Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)
    return viewer.is_a(*roles) and not viewer.purpose


def may_count_demand(viewer: Viewer) -> bool:
    """Who recruits places sees what is wanted, in numbers that name nobody."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose
