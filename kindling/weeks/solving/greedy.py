"""A plan without a solver: the hardest first, one step back where it helps, and again."""

from __future__ import annotations

from collections.abc import Iterable

from kindling.weeks.solving.masks import Grid, Taken, bits
from kindling.weeks.solving.problem import DAY, Found, Plan, Problem, Room, Slot, Talk

TIMES = 12  # whoever found no slot goes first in the next try
LOOKED_AT = 400  # moments at which another talk may be asked to move


def solve_greedily(problem: Problem) -> Found:
    """Return the best of a few tries. The same problem gives the same plan."""
    grid = Grid(problem)
    best: dict[str, Slot] = {}
    urgent: dict[str, int] = {}
    for _turn in range(TIMES):
        plan = Try(problem, grid).fill(urgent)
        if len(plan) > len(best) or not best:
            best = plan
        missing = [talk.key for talk in problem.talks if talk.key not in plan]
        if not missing:
            break
        for key in missing:
            urgent[key] = urgent.get(key, 0) + 1
    return Found(best, len(best) == len(problem.talks), "greedy")


class Try:
    """One plan as it grows."""

    def __init__(self, problem: Problem, grid: Grid) -> None:
        self.problem = problem
        self.grid = grid
        self.taken = Taken(problem)
        self.talks = {talk.key: talk for talk in problem.talks}
        self.rooms = sorted(problem.rooms, key=lambda room: room.has_video)  # spare the screens
        self.plan: dict[str, Slot] = {}
        self.relatives = relatives_of(problem.talks)

    def fill(self, urgent: dict[str, int]) -> dict[str, Slot]:
        loose = [talk for talk in self.problem.talks if not self._keep(talk)]
        width = {talk.key: self._width(talk) for talk in loose}
        loose.sort(key=lambda talk: (-urgent.get(talk.key, 0), width[talk.key], talk.key))
        left = [talk for talk in loose if not self._place(talk)]
        for talk in left:
            self._make_way(talk)
        return self.plan

    def _keep(self, talk: Talk) -> bool:
        if talk.is_fixed and talk.wish is not None:
            self._put(talk, talk.wish)
            return True
        return False

    def _width(self, talk: Talk) -> int:
        """How many slots there are for it in an empty week."""
        return sum(self.grid.starts(talk, room).bit_count() for room in self.rooms)

    def _place(self, talk: Talk) -> bool:
        slot = self._best_slot(talk)
        if slot is not None:
            self._put(talk, slot)
        return slot is not None

    def _best_slot(self, talk: Talk) -> Slot | None:
        """Where it was, else on the day a sister or brother has, else the earliest."""
        if talk.wish is not None and self._is_open(talk, talk.wish):
            return talk.wish
        days = {self.plan[key].start // DAY for key in self.relatives[talk.key] if key in self.plan}
        found: list[tuple[bool, int, int, Slot]] = []
        for number, room in enumerate(self.rooms):
            starts = self.taken.starts(self.grid, talk, room)
            first: set[bool] = set()
            for start in bits(starts):
                away = start // DAY not in days
                if away in first:
                    continue
                who = self.taken.interpreters(self.grid, talk, start)
                if who is not None:
                    found.append((away, start, number, Slot(room.key, start, who)))
                    first.add(away)
                    if not away or not days:
                        break
        return min(found, default=(True, 0, 0, None), key=lambda one: one[:3])[3]

    def _is_open(self, talk: Talk, slot: Slot) -> bool:
        room = next((room for room in self.rooms if room.key == slot.room), None)
        if room is None or not self.taken.starts(self.grid, talk, room) >> slot.start & 1:
            return False
        pools = zip(slot.interpreters, talk.pools(), strict=False)
        return len(slot.interpreters) == len(talk.interpreters) and all(
            key in pool
            and self.taken.open_at(key, talk.minutes)
            & self.grid.any_of([key], talk.minutes)
            & (1 << slot.start)
            for key, pool in pools
        )

    def _make_way(self, talk: Talk) -> bool:
        """Ask one other talk to move, if it finds another slot and this one then has one."""
        looked = 0
        for room in self.rooms:
            for start in bits(self.grid.starts(talk, room)):
                looked += 1
                if looked > LOOKED_AT:
                    return False
                other = self._only_one_in_the_way(talk, room, start)
                if other is not None and self._swap(talk, other):
                    return True
        return False

    def _only_one_in_the_way(self, talk: Talk, room: Room, start: int) -> Talk | None:
        """The one movable talk that keeps this one from this slot; None if it is more than one."""
        mine, pause = set(talk.holds()), self.problem.pause
        until = start + talk.minutes + pause
        blocking: Talk | None = None
        for key, slot in self.plan.items():
            other = self.talks[key]
            if slot.start >= until or slot.start + other.minutes + pause <= start:
                continue
            if slot.room != room.key and mine.isdisjoint((*other.holds(), *slot.interpreters)):
                continue
            if blocking is not None or other.is_fixed:
                return None
            blocking = other
        return blocking

    def _swap(self, talk: Talk, other: Talk) -> bool:
        was = self.plan[other.key]
        self._lift(other)
        if self._place(talk):
            if self._place(other):
                return True
            self._lift(talk)
        self._put(other, was)
        return False

    def _put(self, talk: Talk, slot: Slot) -> None:
        self.plan[talk.key] = slot
        self.taken.put(talk, slot)

    def _lift(self, talk: Talk) -> None:
        self.taken.lift(talk, self.plan.pop(talk.key))


def relatives_of(talks: Iterable[Talk]) -> dict[str, set[str]]:
    """For each talk those of brothers and sisters: what names the same family."""
    by_family: dict[str, set[str]] = {}
    for talk in talks:
        for key in talk.family:
            by_family.setdefault(key, set()).add(talk.key)
    return {
        talk.key: set().union(*(by_family[key] for key in talk.family)) - {talk.key}
        for talk in talks
    }


def left_out(problem: Problem, plan: Plan) -> list[Talk]:
    return [talk for talk in problem.talks if talk.key not in plan]
