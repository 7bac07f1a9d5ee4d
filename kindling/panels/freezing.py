"""The sheet of a panel, taken from the school's rubric at the moment it begins."""

from __future__ import annotations

from kindling.exhibitions.models import Kind
from kindling.panels import rules
from kindling.panels.sheet import Criterion, Level, Sheet


def sheet_now(kind: Kind) -> Sheet:
    """The criteria a school picked for this kind, in the words that are published now."""
    rubric = rules.rubric_for(kind) if kind.rubric_key else None
    if rubric is None:
        return Sheet("", "", 0, (), ())
    levels = tuple(
        Level(one.position, one.mark, one.label) for one in rubric.scale.levels.order_by("position")
    )
    criteria = tuple(
        Criterion(
            one.identifier, one.title, {d.level.position: d.text for d in one.descriptors.all()}
        )
        for one in rules.criteria_of(rubric)
        if not kind.criteria or one.identifier in kind.criteria
    )
    return Sheet(rubric.public_id, rubric.title, rubric.number, levels, criteria)
