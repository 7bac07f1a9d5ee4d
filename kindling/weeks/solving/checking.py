"""Whether a plan can be. Written without a word of the solvers: it judges them, and hand-made changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from kindling.weeks.solving.problem import Plan, Problem, Room, Slot, Span, Talk


class Wrong(StrEnum):
    ROOM_TAKEN = "room_taken"
    ROOM_SHUT = "room_shut"
    NO_VIDEO = "no_video"
    NO_ROOM = "no_room"
    TWO_AT_ONCE = "two_at_once"
    SIBLINGS = "siblings"
    NOT_FREE = "not_free"
    NO_INTERPRETER = "no_interpreter"


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that cannot be: with whom or which room (`key`), and with which other talk."""

    wrong: Wrong
    talk: str
    key: str = ""
    other: str = ""


def clashes(problem: Problem, plan: Plan) -> tuple[Clash, ...]:
    """Everything that is wrong with a plan."""
    talks = {talk.key: talk for talk in problem.talks}
    placed = [(talks[key], slot) for key, slot in plan.items() if key in talks]
    found = [clash for talk, slot in placed for clash in alone(problem, talk, slot)]
    placed.sort(key=lambda one: one[1].start)
    for number, (first, slot) in enumerate(placed):
        for second, later in placed[number + 1 :]:
            if later.start >= slot.start + first.minutes + problem.pause:
                break
            found += meeting(first, slot, second, later)
    return tuple(found)


def clashes_of(problem: Problem, plan: Plan, key: str) -> tuple[Clash, ...]:
    """What is wrong with one talk of a plan. Each clash names it first."""
    mine = [clash for clash in clashes(problem, plan) if key in {clash.talk, clash.other}]
    return tuple(
        clash if clash.talk == key else Clash(clash.wrong, key, clash.key, clash.talk)
        for clash in mine
    )


def loosened(problem: Problem) -> Problem:
    """The same with nothing fixed: what stands by hand is asked like all else."""
    talks = tuple(replace(talk, is_fixed=False) for talk in problem.talks)
    return replace(problem, talks=talks)


def alone(problem: Problem, talk: Talk, slot: Slot) -> list[Clash]:
    """What is wrong with a slot in an empty week. A fixed one is taken as it is."""
    if talk.is_fixed and slot == talk.wish:
        return []
    rooms = {room.key: room for room in problem.rooms}
    found = room_wrongs(rooms.get(slot.room), talk, slot)
    span = (slot.start, slot.start + talk.minutes)
    must = (*talk.people, *slot.interpreters)
    found += [
        Clash(Wrong.NOT_FREE, talk.key, key)
        for key in dict.fromkeys(must)
        if not is_free(problem, key, span)
    ]
    if not speaks(talk, slot):
        found.append(Clash(Wrong.NO_INTERPRETER, talk.key))
    return found


def room_wrongs(room: Room | None, talk: Talk, slot: Slot) -> list[Clash]:
    if room is None:
        return [Clash(Wrong.NO_ROOM, talk.key, slot.room)]
    found = []
    if talk.needs_video and not room.has_video:
        found.append(Clash(Wrong.NO_VIDEO, talk.key, room.key))
    if not inside((slot.start, slot.start + talk.minutes), room.spans):
        found.append(Clash(Wrong.ROOM_SHUT, talk.key, room.key))
    return found


def is_free(problem: Problem, key: str, span: Span) -> bool:
    if any(begin < span[1] and span[0] < end for begin, end in problem.busy.get(key, ())):
        return False
    return key not in problem.free or inside(span, problem.free[key])


def inside(span: Span, spans: tuple[Span, ...]) -> bool:
    """Whether a span lies in what these cover together."""
    at = span[0]
    for begin, end in sorted(spans):
        if begin <= at < end:
            at = end
    return at >= span[1]


def speaks(talk: Talk, slot: Slot) -> bool:
    """One interpreter for each language, and nobody for two or from the panel itself."""
    chosen = slot.interpreters
    if len(chosen) != len(talk.interpreters) or len(set(chosen)) != len(chosen):
        return False
    pairs = zip(chosen, talk.interpreters, strict=True)
    return all(key in pool and key not in talk.people for key, pool in pairs)


def meeting(first: Talk, one: Slot, second: Talk, other: Slot) -> list[Clash]:
    """What is wrong with two that are at once, the pause included."""
    found = []
    if one.room == other.room:
        found.append(Clash(Wrong.ROOM_TAKEN, first.key, one.room, second.key))
    here = {*first.people, *one.interpreters}
    there = {*second.people, *other.interpreters}
    found += [Clash(Wrong.TWO_AT_ONCE, first.key, key, second.key) for key in sorted(here & there)]
    families = ({*first.family, *here} & set(second.family)) | (
        {*second.family, *there} & set(first.family)
    )
    found += [
        Clash(Wrong.SIBLINGS, first.key, key, second.key)
        for key in sorted(families - (here & there))
    ]
    return found


def loads(problem: Problem) -> dict[str, int]:
    """How many minutes each person has to be somewhere."""
    sums: dict[str, int] = defaultdict(int)
    for talk in problem.talks:
        for key in dict.fromkeys(talk.people):
            sums[key] += talk.minutes
    return dict(sums)
