"""The pages of a family and of who answers it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from kindling.concerns import rules
from kindling.concerns.models import FamilyConcern, Telling
from kindling.concerns.queries.told import Said, Told, in_language, with_replies
from kindling.incidents.queries import emergency_of
from kindling.incidents.rules import plan_of, told_for_student
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

MOST = 20


@dataclass(frozen=True)
class Brought:
    """One concern as its reader gets it, with the answers."""

    row: FamilyConcern
    said: Said
    answers: list[Told]


@dataclass(frozen=True)
class OfChild:
    """What a guardian brought about one child, and whom they may name."""

    student: Student
    brought: list[Brought]
    people: list[Person]
    emergency: str


def of_child(viewer: Viewer, student: Student) -> OfChild:
    """Gather it; as many statements for one concern as for ten."""
    rows = list(rules.own_concerns(viewer).filter(student=student)[:MOST])
    return OfChild(
        student, brought(rows), list(rules.about_people(viewer, student)),
        emergency_of(plan_of(viewer)),
    )  # fmt: skip


def brought(rows: list[FamilyConcern]) -> list[Brought]:
    """Each with its answers, oldest first. Two statements at most."""
    told = with_replies(list(rules.tellings_among(rows))) if rows else []
    return [
        Brought(row, in_language(row), [one for one in told if one.row.concern_id == row.pk])
        for row in rows
    ]


def listed(viewer: Viewer, *, is_open: bool) -> QuerySet[FamilyConcern]:
    """What this viewer keeps or leads: what is due first on top."""
    rows = rules.visible_concerns(viewer)
    if is_open:
        return rows.filter(state__in=FamilyConcern.OPEN).order_by("due_on", "pk")
    return rows.exclude(state__in=FamilyConcern.OPEN).order_by("-at", "-pk")


@dataclass(frozen=True)
class TellingPage:
    """What somebody was told, and what they said; a student also who else was told, and when."""

    telling: Told
    may_reply: bool
    told_to: list[tuple[str, object]]


def telling_page(viewer: Viewer, telling: Telling) -> TellingPage:
    own = telling.person_id == telling.student.person_id
    told_to: list[tuple[str, object]] = []
    if own and telling.incident is not None:
        rows = told_for_student(telling.incident)
        told_to = [(word.get_whom_display(), word.told_at or word.at) for word in rows]
    (found,) = with_replies([telling])
    return TellingPage(found, rules.may_reply(viewer, telling), told_to)
