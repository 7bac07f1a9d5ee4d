"""Whom one may ask to a panel, or to listen to a rehearsal."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.advisory.models import AdvisoryStudent
from kindling.exhibitions.models import Exhibition, Panelist, Part
from kindling.exhibitions.rules.doing import may_prepare
from kindling.meetings.rules import team_of
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import guardian_ties
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

OUTSIDE = (Part.MENTOR.value, Part.GUEST.value)  # they are asked sparingly
PARTS = {
    Role.ADVISOR: Part.ADVISOR, Role.GUARDIAN: Part.FAMILY, Role.MENTOR: Part.MENTOR,
}  # fmt: skip


def advisors_now(student: Student) -> QuerySet[Person]:
    """The student's own advisors today, no substitute."""
    today = student.school.today()
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student=student, role=Role.ADVISOR, is_substitute=False, since_on__lte=today,
    )  # fmt: skip
    return Person.objects.filter(pk__in=held.values("adult")).order_by("pk")


def staff_now(viewer: Viewer) -> QuerySet[Person]:
    """Who works at the school today."""
    today = viewer.school.today()
    worn = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=today)
    found: QuerySet[Person] = Person.objects.filter(
        worn, school=viewer.school, merged_into__isnull=True, memberships__role__in=STAFF,
        memberships__since_on__lte=today,
    )  # fmt: skip
    return found.distinct().order_by("sort_name", "pk")


def peers_of(student: Student) -> QuerySet[Person]:
    """Who sits in the student's advisory today, besides the student."""
    seats = AdvisoryStudent.objects.filter(school=student.school_id, until_on__isnull=True)
    here = seats.filter(student=student).values("advisory")
    others = seats.filter(advisory__in=here).exclude(student=student).values("student__person")
    return Person.objects.filter(pk__in=others).order_by("sort_name", "pk")


def askable(viewer: Viewer, exhibition: Exhibition) -> list[tuple[Person, Part]]:
    """Whom the school knows and who may sit on this panel: team, fellow students, staff."""
    if not may_prepare(viewer, exhibition):
        return []
    student = exhibition.student
    student.school = viewer.school
    found: dict[int, tuple[Person, Part]] = {}
    for person, role in team_of(student):
        if role in PARTS:
            found[person.pk] = (person, PARTS[role])
    for person in peers_of(student):
        found.setdefault(person.pk, (person, Part.PEER))
    for person in staff_now(viewer):
        found.setdefault(person.pk, (person, Part.STAFF))
    found.pop(student.person_id, None)
    return list(found.values())


def part_for(viewer: Viewer, exhibition: Exhibition, person: Person) -> Part | None:
    """As what this person would come; None for whom nobody may put on this panel."""
    parts = {one.pk: part for one, part in askable(viewer, exhibition)}
    return parts.get(person.pk)


def listeners(viewer: Viewer, exhibition: Exhibition) -> list[Person]:
    """Who can listen to a rehearsal: fellow students and staff. Nobody from outside."""
    found = askable(viewer, exhibition)
    inside = (Part.PEER, Part.STAFF, Part.ADVISOR)
    return [person for person, part in found if part in inside]


def known_adult(viewer: Viewer, email: str) -> Person | None:
    """An adult whom the school knows by this address; never a student."""
    if not email:
        return None
    people = Person.objects.filter(
        school=viewer.school, email__iexact=email, merged_into__isnull=True, student__isnull=True
    )
    return people.order_by("pk").first()


def still_there(exhibition: Exhibition, rows: QuerySet[Panelist]) -> QuerySet[Panelist]:
    """Leave out who may hear nothing of it any more: suspended, or family no longer."""
    family = guardian_ties(Matter.WORK, exhibition.school.today())
    family = family.filter(student=exhibition.student_id, has_told=True)
    rows = rows.filter(exhibition=exhibition, off_at__isnull=True)
    rows = rows.filter(person__isnull=False, person__suspended_at__isnull=True)
    return rows.exclude(~Q(person__in=family.values("adult")), part=Part.FAMILY)
