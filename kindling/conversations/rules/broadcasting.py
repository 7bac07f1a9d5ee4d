"""Who writes to many, and who that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.conversations.models import Broadcast, BroadcastLine, ConversationChoice, Thread
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardians_for, students_in_full
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

To = Broadcast.To


def may_broadcast(viewer: Viewer) -> bool:
    """Leaders to everybody, an advisor to the people of their own students."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def visible_broadcasts(viewer: Viewer) -> QuerySet[Broadcast]:
    """Leaders see all with what became of them, an advisor their own."""
    rows: QuerySet[Broadcast] = Broadcast.objects.filter(school=viewer.school)
    rows = rows.select_related("by", "advisory").order_by("-at", "-pk")
    if not may_broadcast(viewer):
        return rows.none()
    return rows if viewer.is_leader else rows.filter(by=viewer.person_id)


def advisories_to_write_to(viewer: Viewer) -> QuerySet[Advisory]:
    """The groups one may write to."""
    return visible_advisories(viewer).filter(ended_on__isnull=True).order_by("name", "pk")


def grades_of(viewer: Viewer) -> list[str]:
    """The grades of the students one sees. One statement."""
    rows = students_in_full(viewer).filter(state=Student.State.ENROLLED).exclude(grade="")
    return list(rows.order_by("grade").values_list("grade", flat=True).distinct())


def lines_of(broadcast: Broadcast) -> QuerySet[BroadcastLine]:
    """Who got it, of a broadcast one sees."""
    rows: QuerySet[BroadcastLine] = BroadcastLine.objects.filter(broadcast=broadcast)
    return rows.select_related("person", "about__person", "notice", "thread")


def audience(
    viewer: Viewer, to: str, *, advisory: Advisory | None, grade: str
) -> list[tuple[Person, Student]]:
    """Everybody who gets it, each once, with the student it is about to them.

    Families only while they are told; mentors only while they guide and are not suspended. A
    constant few statements.
    """
    students = _students(viewer, advisory, grade)
    if to == To.STUDENTS:
        return [(one.person, one) for one in students]
    own = viewer.person_id
    found: dict[int, tuple[Person, Student]] = {}
    pairs = _families(students) if to == To.FAMILIES else _mentors(students)
    for person, student in pairs:
        if person.pk != own:
            found.setdefault(person.pk, (person, student))
    return list(found.values())


def _students(viewer: Viewer, advisory: Advisory | None, grade: str) -> list[Student]:
    rows = students_in_full(viewer).filter(state=Student.State.ENROLLED)
    if advisory is not None:
        rows = rows.filter(advisory_seats__advisory=advisory, advisory_seats__until_on__isnull=True)
    if grade:
        rows = rows.filter(grade=grade)
    return list(rows.select_related("person__school").order_by("person__sort_name", "pk"))


def _families(students: list[Student]) -> Iterable[tuple[Person, Student]]:
    return [
        (one, student)
        for student in students
        for one in guardians_for(student, Matter.TOLD).select_related("school").distinct()
    ]


def _mentors(students: list[Student]) -> Iterable[tuple[Person, Student]]:
    running = Placement.objects.filter(
        student__in=students, state__in=Placement.RUNNING, mentor__suspended_at__isnull=True
    )
    by_pk = {one.pk: one for one in students}
    rows = running.select_related("mentor__school").order_by("pk")
    return [(one.mentor, by_pk[one.student_id]) for one in rows]


def choice_of(school: School) -> ConversationChoice:
    """What the school chose about conversations; the usual where it chose nothing. One statement."""
    found = ConversationChoice.objects.filter(school=school).first()
    return found or ConversationChoice(school=school)


def may_choose(viewer: Viewer) -> bool:
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def answered_as(line: BroadcastLine) -> dict[str, Any]:
    """The sides of the conversation that an answer to a broadcast begins."""
    about = line.about
    if about is not None and about.person_id == line.person_id:
        return {"student": about, "outside": None, "outside_as": "", "about": about}
    is_family = line.broadcast.to == To.FAMILIES
    outside_as = Thread.Outside.GUARDIAN if is_family else Thread.Outside.MENTOR
    return {"student": None, "outside": line.person, "outside_as": outside_as, "about": about}
