"""What apps above ask about goals."""

from kindling.goals.queries.tree import (
    Choices,
    Root,
    chosen_goals,
    current_goals,
    current_roots,
    goal_choices,
    levels_of,
    own_goals,
)

__all__ = [
    "Choices",
    "Root",
    "chosen_goals",
    "current_goals",
    "current_roots",
    "goal_choices",
    "levels_of",
    "own_goals",
]
