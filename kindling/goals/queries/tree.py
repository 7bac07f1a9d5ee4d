"""The tree of goals as apps above ask for it: one statement, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet

from kindling.goals import rules
from kindling.goals.models import Framework, Goal, Level, OwnGoal
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

# As Django's grouped choices: (group, [(public id, label)]).
type Choices = list[tuple[str, list[tuple[str, str]]]]


def current_goals(school: School) -> list[Goal]:
    """Return every goal that is planned for now, each with its framework. One statement.

    `goal.depth` is 0 for a root and `goal.path` sorts as the tree is read.
    """
    return _current(school)


@ready
def _current(school: School) -> QuerySet[Goal]:
    return rules.goals_in_use(school)


class Root(NamedTuple):
    """A goal at the top of the tree; `path` is one step long."""

    framework_id: int
    path: str
    title: str


def current_roots(school: School) -> list[Root]:
    """Return the roots alone of current_goals, with no more than their names. One statement."""
    return [Root(*row) for row in _roots(school)]


@ready
def _roots(school: School) -> QuerySet[Any]:
    rows = rules.goals_in_use(school).exclude(path__contains=".")
    return rows.values_list("framework_id", "path", "title")


def goal_choices(viewer: Viewer) -> Choices:
    """Return the current goals for a form, grouped by their root. One statement; a pass gets none."""
    if viewer.purpose:
        return []
    groups: Choices = []
    for goal in current_goals(viewer.school):
        if goal.depth == 0:
            groups.append((goal.title, []))
        if groups:
            groups[-1][1].append((goal.public_id, str(goal)))
    return groups


def chosen_goals(viewer: Viewer, public_ids: Iterable[str]) -> list[Goal]:
    """Return the goals that a form sent, in the order of the tree, current or not. One statement."""
    found = rules.visible_goals(viewer).filter(public_id__in=list(public_ids))
    found = found.exclude(framework__state=Framework.State.DRAFT)
    return list(found.order_by("framework", "path"))


def own_goals(student: Student | int) -> list[OwnGoal]:
    """Return what the student is after in their own words now. One statement.

    The caller may see the student.
    """
    return list(rules.goals_of(student))


def levels_of(framework: Framework) -> list[Level]:
    """Return the levels of a version's scale, the beginning first; none where it has no scale."""
    return list(framework.scale.levels.order_by("position")) if framework.scale else []
