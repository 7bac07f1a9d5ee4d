"""What a plan says, frozen: the thing that is signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from kindling.agreements.content import address_of
from kindling.plans.models import Plan, PlanItem

FORM = 1  # of the content; a later form says a larger number, and the old ones stay readable
# What one item says, in the order in which it is read.
WORDS = (
    "experience", "objectives", "question", "product", "resources", "on_the_way", "at_exhibition",
)  # fmt: skip

__all__ = ["FORM", "WORDS", "address_of", "compose", "part_for", "words_of"]


def compose(
    plan: Plan, items: Iterable[PlanItem], *, number: int, reason: str, signers: list[list[str]]
) -> dict[str, Any]:
    """Return the content of a version. signers: [party, name] in the order of reading.

    A support goal stands in no version: who signs may not all know of it.
    """
    return {
        "form": FORM,
        "school": plan.school.name,
        "student": plan.student.name,
        "term": plan.term.label,
        "year": plan.term.year.label,
        "number": number,
        "reason": reason,
        "signers": signers,
        **words_of(plan, items),
    }


def words_of(plan: Plan, items: Iterable[PlanItem]) -> dict[str, Any]:
    """Return what can be another in an amendment."""
    return {"focus": plan.focus, "items": [_item(one) for one in items]}


def _item(item: PlanItem) -> dict[str, Any]:
    return {
        "id": item.public_id,
        **{name: getattr(item, name) for name in WORDS},
        "starts_on": _day(item.starts_on),
        "ends_on": _day(item.ends_on),
        "placement": _named(item.placement, str(item.placement.site) if item.placement else ""),
        "project": _named(item.project, str(item.project)),
        "course": _named(item.course, str(item.course)),
        **_touched(item),
    }


def _touched(item: PlanItem) -> dict[str, Any]:
    """The goals in the order of the tree, the student's own after them."""
    touches = list(item.touches.all())
    goals = sorted(
        (one.goal for one in touches if one.goal), key=lambda g: (g.framework_id, g.path)
    )
    own = sorted((one.own_goal for one in touches if one.own_goal), key=lambda g: g.pk)
    return {
        "goals": [{"id": one.public_id, "name": str(one)} for one in goals],
        "own_goals": [{"id": one.public_id, "name": one.words} for one in own],
    }


def _named(thing: Any, name: str) -> dict[str, str] | None:
    return {"id": thing.public_id, "name": name} if thing else None


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def part_for(content: dict[str, Any], placements: set[str]) -> dict[str, Any]:
    """Return what a mentor reads: the items at their place, and nothing else of the plan.

    Why a plan changed, and who else signs it, may be about something else.
    """
    kept = [
        {**one, "course": None}
        for one in content["items"]
        if one["placement"] and one["placement"]["id"] in placements
    ]
    return {**content, "focus": "", "reason": "", "signers": [], "items": kept}
