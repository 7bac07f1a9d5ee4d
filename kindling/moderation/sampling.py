"""Draw a sample of judgements, spread over who judged, so that anybody can draw it again.

Pure: the same pool, rate and seed give the same sample, in whatever order the pool comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

type Pair = tuple[str, str]  # a judgement and who judged it first, each by its public id


def draw(pool: Iterable[Pair], percent: int, seed: str) -> list[str]:
    """Return the judgements drawn, in the order in which chance put them.

    Of everybody who judged so many of a hundred, rounded up: nobody who judged is left out. A
    higher rate with the same seed draws the same ones and more.
    """
    by_judge: dict[str, list[str]] = defaultdict(list)
    for key, judge in set(pool):
        by_judge[judge].append(key)
    drawn: list[str] = []
    for keys in by_judge.values():
        keys.sort(key=lambda key: _chance(seed, key))
        drawn += keys[: -(-len(keys) * percent // 100)]
    return sorted(drawn, key=lambda key: _chance(seed, key))


def hand_out(
    drawn: Iterable[str], markers: Iterable[str], kept_from: dict[str, set[str]], each: int
) -> dict[str, list[str]]:
    """Return for each judgement who marks it again: `each` people, who has least to do first.

    `kept_from`: judgement → who must not. Where too few are left it gets fewer, or none.
    """
    load = dict.fromkeys(sorted(markers), 0)
    given: dict[str, list[str]] = {}
    for key in drawn:
        free = [one for one in load if one not in kept_from.get(key, ())]
        free.sort(key=lambda one: (load[one], _chance(key, one)))
        given[key] = free[:each]
        for one in given[key]:
            load[one] += 1
    return given


def _chance(seed: str, key: str) -> str:
    return sha256(f"{seed}:{key}".encode()).hexdigest()
