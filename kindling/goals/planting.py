"""Write many goals at once, and copy a version with all that belongs to it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from kindling.goals.models import Framework, Goal, Level, Progression, Scale
from kindling.schools.models import School

STEP = 5  # signs that one level adds to a path
COPIED = ("order", "path", "code", "kind", "title", "question", "text", "deprecated_at", "case")
AT_ONCE = 500


def plant(framework: Framework, rows: list[dict[str, Any]]) -> dict[str, Goal]:
    """Write goals from facts with their paths; return path → goal. One statement for each depth."""
    planted: dict[str, Goal] = {}
    deepest_last = sorted(rows, key=lambda row: (row["path"].count("."), row["path"]))
    for _depth, level in groupby(deepest_last, key=lambda row: row["path"].count(".")):
        made = Goal.objects.bulk_create(
            (
                Goal(
                    school=framework.school,
                    framework=framework,
                    parent=planted.get(row["path"][:-STEP]),
                    **row,
                )
                for row in level
            ),
            batch_size=AT_ONCE,
        )
        planted |= {goal.path: goal for goal in made}
    return planted


def copy_scale(scale: Scale) -> tuple[Scale, dict[int, Level]]:
    """Return a scale of the same levels, and old level (key) → new level."""
    made: Scale = Scale.objects.create(
        school=scale.school, name=scale.name, direction=scale.direction
    )
    old = list(scale.levels.order_by("position"))
    new = Level.objects.bulk_create(
        Level(
            school=scale.school, scale=made, position=level.position, mark=level.mark,
            label=level.label, text=level.text,
        )
        for level in old
    )  # fmt: skip
    return made, {one.pk: other for one, other in zip(old, new, strict=True)}


def copy_goals(source: Framework, into: Framework, levels: dict[int, Level], *, same: bool) -> None:
    """Copy the tree and what levels mean. same: goals keep their identifiers (a next version)."""
    kept = (*COPIED, "identifier", "uri") if same else COPIED
    goals = list(source.goals.order_by("path"))
    planted = plant(into, [{name: getattr(goal, name) for name in kept} for goal in goals])
    old = Progression.objects.filter(goal__framework=source).select_related("goal")
    Progression.objects.bulk_create(
        (
            Progression(
                school=into.school,
                goal=planted[row.goal.path],
                level=levels[row.level_id],
                text=row.text,
            )
            for row in old
            if row.level_id in levels
        ),
        batch_size=AT_ONCE,
    )


def make_scale(school: School, facts: dict[str, Any]) -> tuple[Scale, list[Level]]:
    """Write a scale and its levels, the beginning first. Its framework or rubric tells of it."""
    scale: Scale = Scale.objects.create(school=school, name=facts["name"])
    levels = Level.objects.bulk_create(
        Level(school=school, scale=scale, position=position, **level)
        for position, level in enumerate(facts["levels"], 1)
    )
    return scale, levels


def put_shipped(framework: Framework, listed: list[dict[str, Any]], *, first: int) -> list[Goal]:
    """Write shipped goals with competencies and progressions, from place `first` on."""
    school = framework.school
    goals = Goal.objects.bulk_create(
        Goal(
            school=school, framework=framework, kind="Goal", order=order, path=f"{order:04}",
            **{name: goal[name] for name in ("code", "title", "question")},
        )
        for order, goal in enumerate(listed, first)
    )  # fmt: skip
    Goal.objects.bulk_create(
        Goal(
            school=school, framework=framework, parent=above, kind="Competency", order=order,
            path=f"{above.path}.{order:04}", **competency,
        )
        for above, goal in zip(goals, listed, strict=True)
        for order, competency in enumerate(goal["competencies"], 1)
    )  # fmt: skip
    levels = list(Level.objects.filter(scale=framework.scale_id).order_by("position"))
    Progression.objects.bulk_create(
        Progression(school=school, goal=above, level=level, text=text)
        for above, goal in zip(goals, listed, strict=True)
        for level, text in zip(levels, goal["levels"], strict=False)
    )
    return goals
