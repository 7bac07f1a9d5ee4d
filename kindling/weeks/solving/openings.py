"""What is still open for one talk beside a plan: for a hand that moves it, and a student who books."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.weeks.solving.masks import Grid, Taken, bits
from kindling.weeks.solving.problem import Plan, Problem, Slot, Talk


@dataclass(frozen=True, slots=True)
class Opening:
    """A slot that is free for everybody; `family` names who of the family is elsewhere then."""

    slot: Slot
    family: tuple[str, ...] = ()


def openings(problem: Problem, plan: Plan, key: str) -> list[Opening]:
    """Each moment once, in the first room that is free, the earliest first.

    A moment that only a brother’s or sister’s exhibition stands against is told, too: nobody
    wonders where the best time went.
    """
    grid, taken = Grid(problem), Taken(problem)
    talks = {talk.key: talk for talk in problem.talks}
    for other, slot in plan.items():
        if other != key and other in talks:
            taken.put(talks[other], slot)
    talk = talks[key]
    alone = Talk(talk.key, talk.minutes, talk.people, (), talk.interpreters, talk.needs_video)
    found: dict[int, Opening] = {}
    for room in sorted(problem.rooms, key=lambda room: room.has_video):
        for start in bits(taken.starts(grid, alone, room)):
            who = None if start in found else taken.interpreters(grid, alone, start)
            if who is not None:
                busy = tuple(
                    one for one in talk.family if not taken.open_at(one, talk.minutes) >> start & 1
                )
                found[start] = Opening(Slot(room.key, start, who), busy)
    return [found[start] for start in sorted(found)]


def voices_at(problem: Problem, plan: Plan, key: str, start: int) -> tuple[str, ...]:
    """Who could interpret at this moment beside a plan; nobody when they cannot all be had."""
    grid, taken = Grid(problem), Taken(problem)
    talks = {talk.key: talk for talk in problem.talks}
    for other, slot in plan.items():
        if other != key and other in talks:
            taken.put(talks[other], slot)
    return taken.interpreters(grid, talks[key], start) or ()
