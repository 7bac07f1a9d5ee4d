"""Why something has no slot: facts with keys, for somebody who can change them. No words yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kindling.weeks.solving.checking import loads
from kindling.weeks.solving.masks import Grid, Taken, bits, mask_of, runs
from kindling.weeks.solving.problem import Plan, Problem, Talk

ROOMS = "rooms"  # among the keys of what is in the way: no room is left


class Why(StrEnum):
    LITTLE_ROOM = "little_room"  # the whole week: rooms have less time than is asked for
    OVERFULL = "overfull"  # somebody is asked for longer than they have time
    SHORT = "short"  # no room is open that long in one go
    NO_VIDEO = "no_video"  # no room with video is
    NO_INTERPRETER = "no_interpreter"  # nobody interprets in this language
    NOT_TOGETHER = "not_together"  # these are never free at the same time
    VOICE_AWAY = "voice_away"  # an interpreter never when the others are
    TAKEN = "taken"  # there are moments, and others have them
    ONE_AWAY = "one_away"  # without this one there would be a slot


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that cannot be met. Minutes that are needed, what there is of it, and who."""

    why: Why
    talk: str = ""
    keys: tuple[str, ...] = ()
    needed: int = 0
    there: int = 0


def reasons(problem: Problem, plan: Plan) -> tuple[Reason, ...]:
    """One reason for each talk without a slot; before them what holds for the whole week."""
    left = [talk for talk in problem.talks if talk.key not in plan]
    if not left:
        return ()
    grid, taken = Grid(problem), Taken(problem)
    for talk in problem.talks:
        if talk.key in plan:
            taken.put(talk, plan[talk.key])
    single = tuple(reason_of(grid, taken, talk) for talk in left)
    return (*week_reasons(problem, grid, left), *single)


def week_reasons(problem: Problem, grid: Grid, left: list[Talk]) -> Iterator[Reason]:
    """What no order of things can mend."""
    there = sum(end - begin + problem.pause for room in problem.rooms for begin, end in room.spans)
    needed = sum(talk.minutes + problem.pause for talk in problem.talks)
    if needed > there:
        yield Reason(Why.LITTLE_ROOM, needed=needed, there=there)
    opened = mask_of(span for room in problem.rooms for span in room.spans)
    asked = {key for talk in left for key in talk.people}
    for key, minutes in sorted(loads(problem).items()):
        has = (grid.hours(key) & opened).bit_count()
        if key in asked and minutes > has > 0:
            yield Reason(Why.OVERFULL, keys=(key,), needed=minutes, there=has)


def reason_of(grid: Grid, taken: Taken, talk: Talk) -> Reason:
    """Why this one has no slot: never possible, or possible and taken."""
    why = never(grid, talk)
    return why if why is not None else in_the_way(grid, taken, talk)


def never(grid: Grid, talk: Talk) -> Reason | None:
    """Why it could not even be in an empty week; None when it could."""
    rooms = [room for room in grid.problem.rooms if grid.suits(talk, room)]
    opened = 0
    for room in rooms:
        opened |= runs(grid.rooms[room.key], talk.minutes)
    opened &= grid.steps
    if not opened:
        why = Why.NO_VIDEO if talk.needs_video else Why.SHORT
        return Reason(why, talk.key, needed=talk.minutes)
    if not all(talk.pools()):
        return Reason(Why.NO_INTERPRETER, talk.key)
    moments = runs(grid.together(talk.people), talk.minutes) & opened
    if not moments:
        return Reason(Why.NOT_TOGETHER, talk.key, few(grid, talk, opened), talk.minutes)
    if not moments & grid.moments(talk):
        voices = tuple(dict.fromkeys(key for pool in talk.pools() for key in pool))
        return Reason(Why.VOICE_AWAY, talk.key, voices, talk.minutes)
    return None


def few(grid: Grid, talk: Talk, opened: int) -> tuple[str, ...]:
    """As few of its people as already have no moment in common."""
    keys = list(dict.fromkeys(talk.people))
    for key in tuple(keys):
        others = [one for one in keys if one != key]
        if not runs(grid.together(others), talk.minutes) & opened:
            keys = others
    return tuple(keys)


def in_the_way(grid: Grid, taken: Taken, talk: Talk) -> Reason:
    """Who has its moments; first of all whether it is one alone."""
    moments = 0
    for room in grid.problem.rooms:
        moments |= grid.starts(talk, room)
    count = moments.bit_count()
    for key in talk.holds():
        if has_slot(grid, taken, without(talk, key)):
            return Reason(Why.ONE_AWAY, talk.key, (key,), talk.minutes, count)
    busy: Counter[str] = Counter()
    closed = {key: ~taken.open_at(key, talk.minutes) for key in talk.holds()}
    for start in bits(moments):
        mine = [key for key, mask in closed.items() if mask >> start & 1]
        busy.update(mine or [ROOMS])
    keys = tuple(key for key, _ in busy.most_common(3))
    return Reason(Why.TAKEN, talk.key, keys, talk.minutes, count)


def has_slot(grid: Grid, taken: Taken, talk: Talk) -> bool:
    return any(
        taken.interpreters(grid, talk, start) is not None
        for room in grid.problem.rooms
        for start in bits(taken.starts(grid, talk, room))
    )


def without(talk: Talk, key: str) -> Talk:
    """The talk as if this one need not come."""
    people = tuple(one for one in talk.people if one != key)
    family = tuple(one for one in talk.family if one != key)
    return replace(talk, people=people, family=family)
