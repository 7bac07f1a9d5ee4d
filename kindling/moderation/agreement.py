"""How far two people agree when they give levels: Cohen's kappa, weighted.

Pure. Positions of levels are whole numbers; a level further away counts more than the next one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

type Pair = tuple[int, int]  # first and second position
type Apart = Callable[[int, int], float]  # how grave it is that two levels differ

FEWEST = 10  # pairs: with fewer a number says more about chance than about people


def exact(a: int, b: int) -> float:
    """Any difference is as grave as any other: kappa without weights."""
    return float(a != b)


def linear(a: int, b: int) -> float:
    """Two levels apart is twice as grave as one."""
    return float(abs(a - b))


def quadratic(a: int, b: int) -> float:
    """Two levels apart is four times as grave as one."""
    return float((a - b) ** 2)


def weighted_kappa(pairs: Sequence[Pair], apart: Apart = quadratic) -> float | None:
    """Return kappa, 1 for always the same, 0 for what chance gives; None where it means nothing.

    It means nothing without pairs, and where both gave one and the same level every time.
    Cohen 1968: one minus the weighted disagreement seen, over the one that chance would give.
    """
    total = len(pairs)
    if total == 0:
        return None
    firsts, seconds = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(apart(a, b) for a, b in pairs) / total
    chance = sum(apart(a, b) * firsts[a] * seconds[b] for a in firsts for b in seconds)
    return None if chance == 0 else 1 - seen * total * total / chance


@dataclass(frozen=True)
class Agreement:
    """Pairs of levels, counted. `lower`: how often the second gave a lower level than the first."""

    pairs: int
    same: int
    near: int  # one level apart
    far: int
    lower: int
    higher: int
    kappa: float | None  # None: too few pairs, or all the same

    @property
    def leans(self) -> str:
        """The side to which the second marks clearly lean: lower, higher or none."""
        apart = self.lower + self.higher
        if apart >= 3 and max(self.lower, self.higher) >= 0.75 * apart:  # noqa: PLR2004
            return "lower" if self.lower > self.higher else "higher"
        return ""

    @property
    def strength(self) -> str:
        """few, poor, fair, good or close: the word for kappa."""
        if self.kappa is None:
            return "few" if self.pairs < FEWEST else "close"
        steps = ((0.8, "close"), (0.6, "good"), (0.4, "fair"))
        return next((word for least, word in steps if self.kappa >= least), "poor")


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Count them, with quadratic kappa where there are enough."""
    apart = [second - first for first, second in pairs]
    return Agreement(
        pairs=len(apart),
        same=sum(one == 0 for one in apart),
        near=sum(abs(one) == 1 for one in apart),
        far=sum(abs(one) > 1 for one in apart),
        lower=sum(one < 0 for one in apart),
        higher=sum(one > 0 for one in apart),
        kappa=weighted_kappa(pairs) if len(apart) >= FEWEST else None,
    )
