"""One item, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.plans.models import PlanItem
from kindling.plans.questions import ITEM, Question

# The order of the conversation; three of the steps are choices and no words.
STEPS = (
    "experience", "objectives", "goals", "question", "product", "resources", "dates",
    "on_the_way", "at_exhibition", "links",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One step of the conversation. `question` is None where something is chosen."""

    key: str
    number: int
    question: Question | None
    text: str
    is_here: bool


def steps_of(item: PlanItem, here: str) -> list[Step]:
    return [
        Step(key, number, ITEM.get(key), _text(item, key), key == here)
        for number, key in enumerate(STEPS, 1)
    ]


def _text(item: PlanItem, key: str) -> str:
    value: Any = getattr(item, key, "") if key in ITEM else ""
    return str(value)


def after(key: str) -> str:
    """The step that follows; "" after the last."""
    at = STEPS.index(key) + 1
    return STEPS[at] if at < len(STEPS) else ""
