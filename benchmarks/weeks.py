"""Exhibition weeks: the solvers alone, 120 students with 300 panelists, and publishing as the worker does.

Prints one line for each number of rooms. Nothing is asserted: the host lends its two cores more or less.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kindling.weeks.solving.checking import clashes
from kindling.weeks.solving.greedy import solve_greedily
from kindling.weeks.solving.reasons import reasons
from kindling.weeks.solving.solve import has_exact, solve
from kindling.weeks.tests.solving import a_large_week

ROOMS = (8, 6, 5, 4)


def measure(rooms: int) -> str:
    """One week by both: how many have a slot, and after how many seconds."""
    problem = a_large_week(rooms=rooms)
    began = time.monotonic()
    greedy = solve_greedily(problem)
    first = time.monotonic() - began
    best = solve(problem, lambda _count: None)
    both = time.monotonic() - began - first
    assert clashes(problem, greedy.slots) == clashes(problem, best.slots) == ()
    told = len([one for one in reasons(problem, best.slots) if one.talk])
    proved = "proved" if best.is_best else "in time"
    return (
        f"weeks: {len(problem.talks)} students, 300 panelists, {rooms} rooms: "
        f"greedy {len(greedy.slots)} in {first:.1f} s, "
        f"{best.solver} {len(best.slots)} in {both:.1f} s ({proved}), {told} told why not"
    )


if __name__ == "__main__":
    if not has_exact():
        print("weeks: OR-Tools is not installed; only the simple solver is measured")
    for number in ROOMS:
        print(measure(number), flush=True)
