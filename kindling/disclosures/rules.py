"""The student, their family, their advisor and leaders read the log; leaders add by hand."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kindling.disclosures.models import Disclosure, Statement
from kindling.people.models import Student
from kindling.people.rules import (
    deciders,
    may_decide,
    students_on_record,
)
from kindling.schools.models import Person
from kindling.schools.roles import LEADERS
from kindling.schools.viewer import Viewer

# What a statement about goes along with a transcript: it is made of these.
CERTIFIED = frozenset({"transcripts", "narratives", "credits", "judgements", "credentials"})


def visible_disclosures(viewer: Viewer) -> QuerySet[Disclosure]:
    """What left the school about students whom one sees in full, the newest first."""
    rows: QuerySet[Disclosure] = Disclosure.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not viewer.is_leader:
        rows = rows.filter(student__in=students_on_record(viewer).values("pk"))
    return rows.select_related("student__person", "agreed_by", "given_by").order_by("-at", "-pk")


def may_note(viewer: Viewer) -> bool:
    """Write down what was given by hand, on paper or on the phone."""
    return viewer.is_a(*LEADERS) and not viewer.purpose


def may_consent(viewer: Viewer, student: Student) -> bool:
    """Whose record it is: the student from eighteen on, else a guardian of today."""
    return may_decide(viewer, student)


def rights_holders(student: Student) -> QuerySet[Person]:
    """Who may agree that something of this record is given away: see `may_consent`."""
    return deciders(student)


def statements_on(row: Any) -> list[Statement]:
    """What was said of a row about a student, for whoever may see the row. No statement without one."""
    student: Student = row.student
    if not student.has_statement:
        return []
    kind = row._meta.label  # noqa: SLF001 (Django's documented name)
    of = Q(kind=kind, key=row.public_id) | Q(kind="")
    return list(Statement.objects.filter(of, student=student).order_by("pk"))


def statements_of(student: Student, apps: frozenset[str] = frozenset()) -> list[Statement]:
    """All of a student's, or those about rows of these apps and about all of the record."""
    if not student.has_statement:
        return []
    rows = Statement.objects.filter(student=student).order_by("pk")
    return [one for one in rows if not apps or not one.kind or one.kind.partition(".")[0] in apps]
