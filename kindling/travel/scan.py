"""The connection scan: from one point, the latest one can leave so as to be somewhere by a time.

A hop is one vehicle between two stops that follow each other. Hops are looked at once, in the order
in which they leave. Of each stop is known when one can be there and how late one could have left
the point for it; an arrival that is later and allows no later leaving is forgotten.

Read backwards (times negated, stops exchanged) the same scan answers for the way home: the
earliest one can be at the point after leaving somewhere at a time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

CHANGE = 2 * 60  # seconds between getting out and getting in at the same stop
MOST = 2 * 60 * 60  # a longer way is no way
EARLY = 45 * 60  # nor is one that is over so long before one is expected
ON_FOOT = 35 * 60  # the longest way that is walked altogether
NEVER = -(10**9)

type Hop = tuple[int, int, int, int, int, int, int]
type Feet = Sequence[Sequence[tuple[int, int]]]
type Arrivals = tuple[list[int], list[int]]  # when one is there, how late one may have left


@dataclass(frozen=True)
class Way:
    """Door to door, in seconds of the day."""

    leave: int
    come: int
    on_foot: bool = False

    @property
    def minutes(self) -> int:
        """What the two clock times say: left in this minute, there by the end of that one."""
        return max(1, -(-self.come // 60) - self.leave // 60)


def scan(hops: Iterable[Hop], feet: Feet, near: Mapping[int, int]) -> dict[int, Arrivals]:
    """Return, for each stop that a vehicle reaches, its arrivals.

    hops: (leaves, comes, from stop, to stop, trip, may get in, may get out), in order of leaving.
    feet: for each stop, (other stop, seconds). near: stops one can walk to from the point, and
    in how many seconds. A million hops pass here, so what is asked of each is little.
    """
    came: dict[int, Arrivals] = {}
    ready: dict[int, Arrivals] = {}
    aboard: dict[int, int] = {}
    for leaves, comes, start, end, trip, gets_in, gets_out in hops:
        best = aboard.get(trip, NEVER)
        if gets_in:
            if start in ready:
                best = max(best, latest(ready[start], leaves))
            if start in near:
                best = max(best, leaves - near[start])
        if leaves - best > MOST:
            continue
        aboard[trip] = best
        if gets_out and comes - best <= MOST and put(came, end, comes, best):
            put(ready, end, comes + CHANGE, best)
            for other, seconds in feet[end]:
                held = ready.get(other)
                if held is None or latest(held, comes + seconds) < best:
                    put(ready, other, comes + seconds, best)
    return came


def latest(held: Arrivals, by: int) -> int:
    """Return how late one can leave so as to be there by then; NEVER if one cannot."""
    number = bisect_right(held[0], by)
    return held[1][number - 1] if number else NEVER


def put(store: dict[int, Arrivals], stop: int, at: int, left: int) -> bool:
    """Note an arrival, and forget those it makes useless. False when it is useless itself."""
    held = store.get(stop)
    if held is None:
        store[stop] = ([at], [left])
        return True
    times, leaves = held
    start = bisect_right(times, at)
    if start and leaves[start - 1] >= left:
        return False
    end = start
    while end < len(times) and leaves[end] <= left:
        end += 1
    if start and times[start - 1] == at:
        start -= 1
    times[start:end] = [at]
    leaves[start:end] = [left]
    return True


def way_by(
    came: Mapping[int, Arrivals], near: Mapping[int, int], walked: int, by: int
) -> Way | None:
    """Return the way that leaves last and is there by then; None where there is none.

    near: stops from which one walks to where one is going. walked: seconds for all of it on foot.
    """
    best = Way(by - walked, by, on_foot=True) if walked <= ON_FOOT else None
    for stop, seconds in near.items():
        held = came.get(stop)
        number = bisect_right(held[0], by - seconds) if held else 0
        if not (held and number):
            continue
        way = Way(held[1][number - 1], held[0][number - 1] + seconds)
        if way.come < by - EARLY or way.come - way.leave > MOST:
            continue
        if best is None or (way.leave, -way.come) > (best.leave, -best.come):
            best = way
    return best
