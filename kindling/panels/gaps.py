"""How far apart a panel is. Pure: rows in, gaps out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

TO_TALK = 2  # levels apart: talked through before anything is agreed


class Scored(Protocol):
    """A level that was given to a criterion; None or 0 is none."""

    number: int
    level: int | None


@dataclass(frozen=True, slots=True)
class Gap:
    number: int
    low: int
    high: int


def gaps_in(scores: Iterable[Scored]) -> list[Gap]:
    """The criteria on which two forms are two levels or more apart, in their order."""
    given: dict[int, list[int]] = {}
    for one in scores:
        if one.level:
            given.setdefault(one.number, []).append(one.level)
    spans = [Gap(number, min(levels), max(levels)) for number, levels in sorted(given.items())]
    return [one for one in spans if one.high - one.low >= TO_TALK]
