"""The goals of a draft: add, change, move, remove."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.goals import rules
from kindling.goals.drafts import locked
from kindling.goals.models import Framework, Goal, Level, Progression
from kindling.goals.planting import put_shipped
from kindling.goals.shipped import shipped
from kindling.goals.tree import DEEPEST, paths_of
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

FACTS = ("code", "kind", "title", "question", "text")


@transaction.atomic
def add_goal(
    framework: Framework, *, by: Viewer, parent: Goal | None = None, title: str, **facts: str
) -> Goal:
    """Write a goal into a draft, last among its siblings. facts: code, kind, question, text."""
    require(rules.may_edit_goals(by) and (parent is None or parent.framework_id == framework.pk))
    fresh = locked(framework)
    if parent is not None and parent.depth + 1 >= DEEPEST:
        raise Refused(_("Goals cannot stand below one another any deeper."))
    siblings = fresh.goals.filter(parent=parent)
    order = siblings.count() + 1
    path = f"{parent.path}.{order:04}" if parent else f"{order:04}"
    goal: Goal = Goal.objects.create(
        school=by.school, framework=fresh, parent=parent, order=order, path=path, title=title,
        **facts,
    )  # fmt: skip
    record("goal.add", goal, by=by)
    return goal


@transaction.atomic
def change_goal(goal: Goal, *, by: Viewer, steps: dict[int, str], **facts: str) -> None:
    """Change a draft's goal. steps: position of a level → what it means here ("" for nothing)."""
    require(rules.may_edit_goals(by))
    framework = locked(goal.framework)
    for name, value in facts.items():
        setattr(goal, name, value)
    goal.save(update_fields=[*facts])
    goal.progressions.all().delete()
    levels = Level.objects.filter(scale=framework.scale_id, position__in=list(steps))
    Progression.objects.bulk_create(
        Progression(school=by.school, goal=goal, level=level, text=steps[level.position])
        for level in levels
        if steps[level.position]
    )
    record("goal.change", goal, by=by)


@transaction.atomic
def move_goal(goal: Goal, *, by: Viewer, up: bool) -> None:
    """Change places with the one before or after it; at the end nothing happens."""
    require(rules.may_edit_goals(by))
    framework = locked(goal.framework)
    siblings = list(framework.goals.filter(parent=goal.parent_id).order_by("order", "pk"))
    here = siblings.index(goal)
    there = here - 1 if up else here + 1
    if 0 <= there < len(siblings):
        siblings[here], siblings[there] = siblings[there], siblings[here]
        for order, sibling in enumerate(siblings, 1):
            sibling.order = order
        Goal.objects.bulk_update(siblings, ["order"])
        _set_paths(framework)
    record("goal.move", goal, by=by, up=up)


@transaction.atomic
def remove_goal(goal: Goal, *, by: Viewer) -> None:
    """Take a goal, and what stands below it, out of a draft. Earlier versions keep theirs."""
    require(rules.may_edit_goals(by))
    framework = locked(goal.framework)
    record("goal.remove", goal, by=by, code=goal.code)
    Goal.objects.filter(framework=framework, path__startswith=f"{goal.path}.").delete()
    goal.delete()
    _set_paths(framework)


def _set_paths(framework: Framework) -> None:
    """Work out all paths again, and write those that differ."""
    goals = list(framework.goals.order_by("order", "pk"))
    paths = paths_of({g.pk: g.parent_id for g in goals}, [g.pk for g in goals])
    moved = [goal for goal in goals if goal.path != paths[goal.pk]]
    for goal in moved:
        goal.path = paths[goal.pk]
    Goal.objects.bulk_update(moved, ["path"], batch_size=300)


@transaction.atomic
def add_optional(framework: Framework, *, by: Viewer) -> None:
    """Put the optional sixth goal, as it ships, into a draft. Refused when it is there."""
    require(rules.may_edit_goals(by))
    fresh = locked(framework)
    listed = [goal for goal in shipped()["framework"]["goals"] if goal["optional"]]
    if fresh.goals.filter(code__in=[goal["code"] for goal in listed]).exists():
        raise Refused(_("This goal is there already."))
    put_shipped(fresh, listed, first=fresh.goals.filter(parent=None).count() + 1)
    record("framework.add_optional", fresh, by=by)
