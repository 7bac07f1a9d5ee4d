"""What a week has to hold, and a plan for it. No Django here: the solvers run in a process of their own.

Times are minutes since midnight of the week's first day; a day has 1,440, summer time or not: a
school's clock is read again when a plan becomes real. People and rooms are keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DAY = 1440
type Span = tuple[int, int]  # from, until (not included)


@dataclass(frozen=True, slots=True)
class Room:
    """A room, and when it is open. Where video matters it has a screen and a camera."""

    key: str
    spans: tuple[Span, ...]
    has_video: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Where and when one exhibition is, and who interprets: one for each language asked for."""

    room: str
    start: int
    interpreters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """One exhibition.

    `people` must be there, and be free; of `family` it is only asked that no two talks that name the
    same one are at once. Each pool of `interpreters` gives one. `wish` is where it would rather
    stay; with `is_fixed` it stays there, and nobody's hours are asked again.
    """

    key: str
    minutes: int
    people: tuple[str, ...]
    family: tuple[str, ...] = ()
    interpreters: tuple[tuple[str, ...], ...] = ()
    needs_video: bool = False
    wish: Slot | None = None
    is_fixed: bool = False

    def holds(self) -> tuple[str, ...]:
        """Whom it keeps from being elsewhere, interpreters apart."""
        return tuple(dict.fromkeys((*self.people, *self.family)))

    def pools(self) -> tuple[tuple[str, ...], ...]:
        """Who can interpret, for each language: nobody interprets at a panel they sit on."""
        own = set(self.people)
        return tuple(tuple(key for key in pool if key not in own) for pool in self.interpreters)


@dataclass(frozen=True, slots=True)
class Problem:
    """A week. Who is not in `free` always has time; `busy` says when somebody is elsewhere."""

    rooms: tuple[Room, ...]
    talks: tuple[Talk, ...]
    free: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    busy: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    pause: int = 10  # minutes between two, for rooms and for people
    step: int = 15  # talks begin at multiples of it


type Plan = Mapping[str, Slot]  # the key of a talk → where it is; who is missing has no slot


@dataclass(frozen=True, slots=True)
class Found:
    """A plan, and how good it is: `is_best` when it is proved that no plan holds more."""

    slots: Plan
    is_best: bool
    solver: str  # "exact" | "greedy"
