"""The levels of a framework as a rubric of its package: how we write them, and read them back."""

from __future__ import annotations

from typing import Any

from kindling.goals.case.package import Step

OURS = "kindlingScale"  # an extension that marks the rubric which holds a scale


def read_steps(rubrics: list[Any]) -> tuple[str, str, tuple[Step, ...]]:
    """Return name, direction and levels of the scale; three times nothing where there is none.

    A rubric of somebody else is not ours to judge by: it is kept as it came.
    """
    for rubric in rubrics:
        told = rubric.get("extensions") if isinstance(rubric, dict) else None
        scale = told.get(OURS) if isinstance(told, dict) else None
        if isinstance(scale, dict) and isinstance(scale.get("levels"), list):
            words = _words(rubric.get("CFRubricCriteria"))
            steps = tuple(
                Step(
                    str(level.get("mark", ""))[:12],
                    str(level.get("label", ""))[:120],
                    str(level.get("text", ""))[:1000],
                    words.get(position, {}),
                )
                for position, level in enumerate(scale["levels"][:9], 1)
                if isinstance(level, dict)
            )
            direction = "down" if scale.get("direction") == "down" else "up"
            return str(rubric.get("title", ""))[:120], direction, steps
    return "", "up", ()


def _words(criteria: Any) -> dict[int, dict[str, str]]:
    """Position of a level → identifier of an item → what it means there."""
    found: dict[int, dict[str, str]] = {}
    for criterion in criteria if isinstance(criteria, list) else []:
        item = criterion.get("CFItemURI") if isinstance(criterion, dict) else None
        levels = criterion.get("CFRubricCriterionLevels") if isinstance(criterion, dict) else None
        if not isinstance(item, dict) or not isinstance(levels, list):
            continue
        for level in levels:
            if isinstance(level, dict) and isinstance(level.get("position"), int):
                words = str(level.get("feedback") or "")[:1000]
                found.setdefault(level["position"], {})[str(item.get("identifier"))] = words
    return found
