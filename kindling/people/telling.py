"""Who may still have a letter about a student when it leaves: asked by notices, a second time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from kindling.notices.models import Notice
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import guardian_ties
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role

# What the law has a school tell goes also to family that gets no other letters.
EVEN_SO = ("rights/", "privacy/", "enrollment/", "passes/", "keys/")
TO_FAMILIES = "families/"  # names no student: it is about all of theirs


def students_in(context: Mapping[str, Any]) -> list[str]:
    """Public ids of the students whom the facts of a letter are about; costs no statement."""
    return [student.public_id for value in context.values() for student in _students(value)]


def _students(value: object) -> Iterable[Student]:
    if isinstance(value, Student):
        return [value]
    if isinstance(value, Model):
        held = (value._state.fields_cache.get(name) for name in ("student", "about"))  # noqa: SLF001
        return [one for one in held if isinstance(one, Student)]
    if isinstance(value, list | tuple):
        return [one for one in value if isinstance(one, Student)]
    return []


def still_told(notice: Notice) -> str:
    """Of somebody's family: a court order, an end or a birthday may have come since."""
    if notice.kind.startswith(EVEN_SO):
        return ""
    if not notice.about:
        return why_untold(notice.person, []) if notice.kind.startswith(TO_FAMILIES) else ""
    named = Student.objects.filter(school=notice.school_id, public_id__in=notice.about)
    return why_untold(notice.person, named)


def why_untold(person: Person, students: Iterable[Student]) -> str:
    """A sentence where this person is family of one of them, is told no more, and nothing else here.

    Without students: where they are family only, and told of nobody. Two statements at most.
    """
    students = list(students)
    today = person.school.today()
    kin = Connection.objects.filter(adult=person, role=Role.GUARDIAN)
    kin = kin.filter(student__in=students) if students else kin
    of_whom = set(kin.values_list("student", flat=True))
    if not of_whom:
        return ""
    ties = guardian_ties(Matter.TOLD, today).filter(adult=person, student__in=of_whom)
    told = set(ties.values_list("student", flat=True))
    if told == of_whom or (not students and told) or _is_more(person, of_whom, today):
        return ""
    return _("They are family that gets no letters about this student any more.")


def _is_more(person: Person, students: Iterable[int], today: Any) -> bool:
    """Whether they have it as somebody else, too: advisor, mentor, somebody who works here."""
    now = Q(until_on__isnull=True) | Q(until_on__gte=today)
    others = Connection.objects.filter(now, adult=person, student__in=students)
    if others.exclude(role=Role.GUARDIAN).exists():
        return True
    hats = Membership.objects.filter(now, person=person, since_on__lte=today)
    return hats.exclude(role=Role.GUARDIAN).exists()
