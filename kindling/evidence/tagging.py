"""What a piece can be tagged with, as a page offers it and as it comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from kindling.goals.models import Framework, Goal, OwnGoal
from kindling.people.models import Student
from kindling.plans.models import PlanItem
from kindling.projects.models import Project


@dataclass(frozen=True)
class Targets:
    """Public ids of the things a piece has to do with, by kind ("goal", "own_goal" …)."""

    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.ids.values())

    @classmethod
    def read(cls, values: list[str]) -> Targets:
        """Read "goal:ab12" as forms send it."""
        found: dict[str, tuple[str, ...]] = {}
        for value in values:
            kind, _, public_id = value.partition(":")
            found[kind] = (*found.get(kind, ()), public_id)
        return cls(found)


# Gives, of these public ids, the rows that a piece of this student may be tagged with.
type Found = Callable[[Student, tuple[str, ...]], Iterable[Any]]


def _goals(student: Student, ids: tuple[str, ...]) -> Iterable[Any]:
    rows = Goal.objects.filter(school=student.school_id, public_id__in=ids)
    return rows.exclude(framework__state=Framework.State.DRAFT)


def _own_goals(student: Student, ids: tuple[str, ...]) -> Iterable[Any]:
    return OwnGoal.objects.filter(student=student, public_id__in=ids)


def _plan_items(student: Student, ids: tuple[str, ...]) -> Iterable[Any]:
    return PlanItem.objects.filter(plan__student=student, public_id__in=ids)


def _projects(student: Student, ids: tuple[str, ...]) -> Iterable[Any]:
    return Project.objects.filter(members__student=student, public_id__in=ids).distinct()


FINDERS: dict[str, Found] = {
    "plan_item": _plan_items,
    "project": _projects,
    "goal": _goals,
    "own_goal": _own_goals,
}


def found_by(kind: str, student: Student, ids: tuple[str, ...]) -> Iterable[Any]:
    """Return the rows; none for a kind that nothing is tagged with."""
    finder = FINDERS.get(kind)
    return finder(student, ids) if finder else ()
