"""With whom somebody may begin a conversation, and who keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kindling.conversations.models import Thread
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import family_ties, guardians_for, kin_of, students_in_full
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS, GUIDE
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

BY_LINK = (GUIDE, CONFIRM_DAYS)  # what a mentor's own links are for


@dataclass(frozen=True)
class Whom:
    """One conversation that could be begun: its sides, and the other one's name and part."""

    key: str
    name: str
    part: str
    about: Student
    keeper: Person
    student: Student | None = None
    outside: Person | None = None
    outside_as: str = ""


def staff_today(school: School) -> QuerySet[Person]:
    """Who works at the school today."""
    today = school.today()
    worn = Membership.objects.filter(school=school, role__in=STAFF, since_on__lte=today)
    worn = worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    people: QuerySet[Person] = Person.objects.filter(
        school=school, pk__in=worn.values("person"), merged_into__isnull=True
    )
    return people.order_by("sort_name", "pk")


def works_here(person: Person) -> bool:
    """Whether they wear a hat of the staff today. One statement."""
    return staff_today(person.school).filter(pk=person.pk).exists()


def keeper_for(student: Student, *, but: frozenset[int] = frozenset()) -> Person | None:
    """Who of the school is in a student's conversations: their own advisor, else a leader.

    but: who cannot be, being on another side of it. None where nobody works here. Nobody of their
    family: what a child says about home is not the parent's to read who works here.
    """
    school, today = student.school, student.school.today()
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today), student=student, role=Role.ADVISOR,
        is_substitute=False, since_on__lte=today,
    )  # fmt: skip
    here = staff_today(school).exclude(pk__in=but | {student.person_id} | kin_of(student))
    own = here.filter(pk__in=held.values("adult"), memberships__role=Role.ADVISOR)
    leaders = here.filter(memberships__role__in=(Role.COORDINATOR, Role.PRINCIPAL))
    found = own.first() or leaders.order_by("memberships__role", "pk").first()
    if found is not None:
        found.school = school
    return found


def not_its_keepers(thread: Thread) -> frozenset[int]:
    """Keys of who cannot keep it: its other sides, and the family of whom it is about."""
    sides = frozenset(one for one in (thread.student_id, thread.outside_id) if one)
    return sides | kin_of(thread.about) if thread.about is not None else sides


def students_to_write_about(viewer: Viewer) -> QuerySet[Student]:
    """Whose people one may write to: an advisor's own, for leaders all; one's own children."""
    if viewer.purpose or viewer.is_a(Role.STUDENT):
        return students_in_full(viewer).none()
    return students_in_full(viewer, Matter.TOLD).order_by("person__sort_name", "pk")


def whom_around(viewer: Viewer, student: Student) -> list[Whom]:
    """The conversations the viewer may begin about a student; none about one they do not see.

    A student: their mentors, with the advisor in it, and the advisor. Family: the advisor. Staff:
    the student, the family, the mentors. A mentor by their own link: the advisor, and the student
    with the advisor in it. A constant few statements.
    """
    if viewer.person is None:
        return []
    if viewer.person_id == student.person_id:
        return _of_student(student)
    if family_ties(viewer, Matter.TOLD).filter(student=student).exists():
        return of_family(viewer, student)
    if viewer.purpose in BY_LINK:
        return _of_mentor(viewer.person, student)
    if not viewer.is_a(*STAFF) or not _may_write_about(viewer, student):
        return []
    return _of_staff(viewer.person, student)


def _may_write_about(viewer: Viewer, student: Student) -> bool:
    return students_to_write_about(viewer).filter(pk=student.pk).exists()


def mentors_of(student: Student) -> list[Person]:
    """Who guides an internship of the student's now; nobody suspended."""
    running = Placement.objects.filter(student=student, state__in=Placement.RUNNING)
    people = Person.objects.filter(pk__in=running.values("mentor"), suspended_at__isnull=True)
    return list(people.order_by("sort_name", "pk"))


def _of_student(student: Student) -> list[Whom]:
    found = [
        _with_mentor(student, mentor, keeper, student)
        for mentor in mentors_of(student)
        if (keeper := keeper_for(student, but=frozenset({mentor.pk})))
    ]
    if keeper := keeper_for(student):
        part = str(Role.ADVISOR.label)
        found.append(Whom(f"staff-{keeper.public_id}", keeper.name, part, student, keeper, student))
    return found


def _of_mentor(person: Person, student: Student) -> list[Whom]:
    """The bearer of a mentor's own link: about who learns with them now, never without the school."""
    if person.pk not in {one.pk for one in mentors_of(student)}:
        return []
    keeper = keeper_for(student, but=frozenset({person.pk}))
    if keeper is None:
        return []
    part, mentor = str(Role.ADVISOR.label), Thread.Outside.MENTOR
    own = f"student-{student.person.public_id}"
    return [
        Whom(f"staff-{keeper.public_id}", keeper.name, part, student, keeper, None, person, mentor),
        Whom(own, student.first, str(Role.STUDENT.label), student, keeper, student, person, mentor),
    ]


def of_family(viewer: Viewer, student: Student) -> list[Whom]:
    """A guardian writes to the school: to the advisor, who may not be themselves."""
    person = viewer.person
    keeper = keeper_for(student, but=frozenset({person.pk})) if person else None
    if person is None or keeper is None:
        return []
    key, part = f"staff-{keeper.public_id}", str(Role.ADVISOR.label)
    return [Whom(key, keeper.name, part, student, keeper, None, person, Thread.Outside.GUARDIAN)]


def _of_staff(person: Person, student: Student) -> list[Whom]:
    found = [
        Whom(f"student-{student.person.public_id}", student.name, str(Role.STUDENT.label), student,
             person, student)
    ]  # fmt: skip
    for one in guardians_for(student, Matter.TOLD).distinct():
        if one.pk != person.pk:
            key, part = f"family-{one.public_id}", str(Thread.Outside.GUARDIAN.label)
            found.append(
                Whom(key, one.name, part, student, person, None, one, Thread.Outside.GUARDIAN)
            )
    mentors = [one for one in mentors_of(student) if one.pk != person.pk]
    found += [_with_mentor(student, one, person, None) for one in mentors]
    return found


def _with_mentor(student: Student, mentor: Person, keeper: Person, writer: Student | None) -> Whom:
    key, part = f"mentor-{mentor.public_id}", str(Role.MENTOR.label)
    return Whom(key, mentor.name, part, student, keeper, writer, mentor, Thread.Outside.MENTOR)
