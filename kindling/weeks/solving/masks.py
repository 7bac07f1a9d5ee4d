"""Minutes of a week as bits of one number: free, busy, and where a talk can begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kindling.weeks.solving.problem import DAY, Problem, Room, Slot, Span, Talk

EVER = -1  # all bits: who said nothing is always free


def mask_of(spans: Iterable[Span]) -> int:
    """One bit for each minute in a span."""
    mask = 0
    for begin, end in spans:
        if end > begin:
            mask |= ((1 << (end - begin)) - 1) << begin
    return mask


def runs(mask: int, minutes: int) -> int:
    """The bits at which so many minutes in a row begin."""
    have = 1
    while have < minutes:
        more = min(have, minutes - have)
        mask &= mask >> more
        have += more
    return mask


def bits(mask: int) -> Iterator[int]:
    """The set bits of a mask that is not negative, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class Grid:
    """A problem's hours as masks: what could be, before anything is planned."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.rooms = {room.key: mask_of(room.spans) for room in problem.rooms}
        last = max((mask.bit_length() for mask in self.rooms.values()), default=0)
        self.steps = sum(1 << at for at in range(0, last + DAY, problem.step))
        self._hours: dict[str, int] = {}

    def hours(self, key: str) -> int:
        """When somebody can be there."""
        if key not in self._hours:
            problem = self.problem
            free = mask_of(problem.free[key]) if key in problem.free else EVER
            self._hours[key] = free & ~mask_of(problem.busy.get(key, ()))
        return self._hours[key]

    def together(self, keys: Iterable[str]) -> int:
        mask = EVER
        for key in keys:
            mask &= self.hours(key)
        return mask

    def moments(self, talk: Talk) -> int:
        """When everybody can begin, an interpreter for each language too; rooms not asked."""
        mask = runs(self.together(talk.people), talk.minutes)
        for pool in talk.pools():
            mask &= self.any_of(pool, talk.minutes)
        return mask

    def any_of(self, pool: Iterable[str], minutes: int) -> int:
        """When one of them can begin and stay."""
        mask = 0
        for key in pool:
            mask |= runs(self.hours(key), minutes)
        return mask

    def suits(self, talk: Talk, room: Room) -> bool:
        return room.has_video or not talk.needs_video

    def starts(self, talk: Talk, room: Room) -> int:
        """Where it can begin in this room in an empty week, on the grid."""
        if not self.suits(talk, room):
            return 0
        return runs(self.rooms[room.key], talk.minutes) & self.steps & self.moments(talk)


class Taken:
    """What a plan keeps busy, the pause after each included."""

    def __init__(self, problem: Problem) -> None:
        self.pause = problem.pause
        self.people: dict[str, int] = {}
        self.rooms: dict[str, int] = {}

    def put(self, talk: Talk, slot: Slot) -> None:
        mask = self._mask(talk, slot)
        for key in (*talk.holds(), *slot.interpreters):
            self.people[key] = self.people.get(key, 0) | mask
        self.rooms[slot.room] = self.rooms.get(slot.room, 0) | mask

    def lift(self, talk: Talk, slot: Slot) -> None:
        mask = ~self._mask(talk, slot)
        for key in (*talk.holds(), *slot.interpreters):
            self.people[key] &= mask
        self.rooms[slot.room] &= mask

    def open_at(self, key: str, minutes: int) -> int:
        """When this one could begin a talk of so many minutes."""
        return runs(~self.people.get(key, 0), minutes + self.pause)

    def starts(self, grid: Grid, talk: Talk, room: Room) -> int:
        """Where the talk can begin in this room beside what is planned."""
        mask = grid.starts(talk, room)
        if not mask:
            return 0
        busy = self.rooms.get(room.key, 0)
        for key in talk.holds():
            busy |= self.people.get(key, 0)
        mask &= runs(~busy, talk.minutes + self.pause)
        for pool in talk.pools():
            mask &= self._one_of(grid, pool, talk.minutes)
        return mask

    def interpreters(self, grid: Grid, talk: Talk, start: int) -> tuple[str, ...] | None:
        """Who interprets at this moment; None when the languages cannot all be had at once."""
        chosen: list[str] = []
        pools = [
            [key for key in pool if self._can(grid, key, talk.minutes, start)]
            for pool in talk.pools()
        ]
        return _one_each(pools, chosen)

    def _can(self, grid: Grid, key: str, minutes: int, start: int) -> bool:
        open_at = runs(grid.hours(key), minutes) & self.open_at(key, minutes)
        return bool(open_at >> start & 1)

    def _one_of(self, grid: Grid, pool: Iterable[str], minutes: int) -> int:
        mask = 0
        for key in pool:
            mask |= runs(grid.hours(key), minutes) & self.open_at(key, minutes)
        return mask

    def _mask(self, talk: Talk, slot: Slot) -> int:
        return ((1 << (talk.minutes + self.pause)) - 1) << slot.start


def _one_each(pools: list[list[str]], chosen: list[str]) -> tuple[str, ...] | None:
    """One person from each pool, nobody twice."""
    if len(chosen) == len(pools):
        return tuple(chosen)
    for key in pools[len(chosen)]:
        if key not in chosen:
            found = _one_each(pools, [*chosen, key])
            if found is not None:
                return found
    return None
