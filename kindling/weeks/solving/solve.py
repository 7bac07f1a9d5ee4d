"""A plan for a week: CP-SAT where it is installed, else the greedy one."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from kindling.weeks.solving.greedy import solve_greedily
from kindling.weeks.solving.problem import Found, Problem

SECONDS = 12.0


def has_exact() -> bool:
    """Whether CP-SAT is installed here."""
    return find_spec("ortools") is not None


def solve(problem: Problem, tell: Callable[[int], None], *, seconds: float = SECONDS) -> Found:
    """Return the best plan that is found in time. `tell` hears how many have a slot so far."""
    first = solve_greedily(problem)
    tell(len(first.slots))
    if not has_exact() or not problem.talks:
        return first
    from kindling.weeks.solving.exact import solve_exactly  # noqa: PLC0415  may be missing; is large

    return solve_exactly(problem, first.slots, seconds=seconds, tell=tell)
