"""What a piece can be tagged with: a few for the phone, all of it on its page."""

from __future__ import annotations

from kindling.evidence import rules
from kindling.goals.models import Goal
from kindling.goals.queries import current_goals, own_goals
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

type Choices = list[tuple[str, str]]


def tag_choices(viewer: Viewer, student: Student) -> Choices:
    """Projects, the plan's items, the student's own goals, the school's large ones: ("goal:ab12", label)."""
    goals = current_goals(viewer.school)
    return (
        _planned(viewer, student)
        + _own(student)
        + [_choice(goal) for goal in goals if goal.depth == 0]
    )


def tag_groups(viewer: Viewer, student: Student) -> list[tuple[str, Choices]]:
    """Everything, in groups."""
    groups: list[tuple[str, Choices]] = []
    own = _planned(viewer, student) + _own(student)
    if own:
        groups.append((student.first, own))
    for goal in current_goals(viewer.school):
        if goal.depth == 0 or not groups:
            groups.append((goal.title, []))
        groups[-1][1].append(_choice(goal))
    return groups


def _planned(viewer: Viewer, student: Student) -> Choices:
    items = rules.plan_items_now(viewer, student)
    planned = [(f"plan_item:{item.public_id}", item.title) for item in items if item.title]
    projects = rules.projects_now(student)
    return [(f"project:{one.public_id}", one.title) for one in projects] + planned


def _own(student: Student) -> Choices:
    return [(f"own_goal:{goal.public_id}", goal.words) for goal in own_goals(student)]


def _choice(goal: Goal) -> tuple[str, str]:
    return f"goal:{goal.public_id}", str(goal)
