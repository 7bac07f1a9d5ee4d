"""A student's goals: the school's and their own, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.goals import rules
from kindling.goals.models import EarlierGoal, Goal, OwnGoal
from kindling.goals.queries.pages import Node, tree_of
from kindling.goals.queries.tree import current_goals
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class StudentGoals:
    """`open`: own goals of now; `ended`: reached or let go, newest first; `roots`: the school's."""

    student: Student
    open: tuple[OwnGoal, ...]
    ended: tuple[OwnGoal, ...]
    roots: tuple[Node, ...]
    is_own: bool


def student_goals(viewer: Viewer, student: Student) -> StudentGoals:
    """Read one student's goals, as the viewer may see them. Two statements."""
    rows = list(rules.visible_own_goals(viewer).filter(student=student).order_by("since_on", "pk"))
    ended = [row for row in rows if row.ended_on is not None]
    goals: list[Goal] = current_goals(viewer.school)
    return StudentGoals(
        student=student,
        open=tuple(row for row in rows if row.state == OwnGoal.State.OPEN),
        ended=tuple(sorted(ended, key=lambda row: (row.ended_on, row.pk), reverse=True)[:20]),
        roots=tuple(tree_of(goals)),
        is_own=rules.may_keep_own_goals(viewer, student),
    )


def earlier_words(viewer: Viewer, own: OwnGoal) -> list[EarlierGoal]:
    """How the student put it before, newest first; for the student alone."""
    if not rules.may_keep_own_goals(viewer, own.student):
        return []
    return list(own.earlier.order_by("-until_at", "-pk"))
