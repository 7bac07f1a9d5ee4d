"""Who hears of a project: members, those who advise them, and the mentor by their link."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from kindling.people.models import Connection
from kindling.projects.models import Member, Project
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def students_of(project: Project) -> list[Person]:
    """Return the members of today as people."""
    parts = Member.objects.filter(project=project, until_on__isnull=True)
    return [part.student.person for part in parts.select_related("student__person")]


def advisors_of(project: Project, by: Viewer) -> list[Person]:
    """Return who advises a member today."""
    today = by.school.today()
    parts = Member.objects.filter(project=project, until_on__isnull=True)
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student__in=parts.values("student"), role=Role.ADVISOR, since_on__lte=today,
    )  # fmt: skip
    return list(Person.objects.filter(pk__in=held.values("adult")).order_by("pk"))


def unique(people: Iterable[Person | None], by: Viewer) -> list[Person]:
    """Each once, and never the one who did it."""
    found = {one.pk: one for one in people if one is not None and one.pk != by.person_id}
    for person in found.values():
        person.school = by.school  # spares a statement for each
    return list(found.values())
