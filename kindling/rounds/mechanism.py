"""Who gets which place: student-proposing deferred acceptance with classes and one lottery.

Pure: ids in, ids out, no clock and no database. The same problem gives the same result in whatever
order it is written down. Because students propose, nobody gets a better place with another list
than their true one. What a mentor asked for opens some seats of a place first: these count as a
place of their own that everybody who lists the place tries first, so the promise still holds.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappush, heapreplace

ASKED = 1  # the class of whom the mentor asked for; the others are numbered after it

type Claim = tuple[int, int]  # class, then number of the lottery; lower goes first


@dataclass(frozen=True, slots=True)
class Applicant:
    """A student with the places they may take, best first. `turn` 0 draws before `turn` 1."""

    id: str
    wishes: tuple[str, ...]
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Seats, and the class of students at this place (the last class for everybody else).

    The first `asked_seats` of them look first at whom the mentor asked for.
    """

    id: str
    seats: int
    classes: Mapping[str, int] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    asked_seats: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a round decides on. `last` is the class of whom nothing sets apart."""

    applicants: tuple[Applicant, ...]
    places: tuple[Place, ...]
    last: int = 4


@dataclass(frozen=True, slots=True)
class Result:
    """Student → place (None: unplaced), and their numbers in the lottery."""

    places: Mapping[str, str | None]
    numbers: Mapping[str, int]


def new_seed() -> str:
    """Return a seed nobody can guess; it is kept secret until the result."""
    return secrets.token_hex(16)


def seed_hash(seed: str) -> str:
    """What is shown from the start: it tells nothing, and no other seed fits it."""
    return hashlib.sha256(seed.encode()).hexdigest()


def drawn(seed: str, student: str) -> str:
    """The student's draw: SHA-256 of seed, colon and public id. Lower comes first."""
    return hashlib.sha256(f"{seed}:{student}".encode()).hexdigest()


def lottery(seed: str, applicants: tuple[Applicant, ...]) -> dict[str, int]:
    """Number everybody from 1, by turn and then by draw."""
    order = sorted(applicants, key=lambda one: (one.turn, drawn(seed, one.id), one.id))
    return {one.id: number for number, one in enumerate(order, 1)}


def match(problem: Problem, seed: str) -> Result:
    """Run the round. Places that are not in the problem, and lists' doubles, count for nothing."""
    numbers = lottery(seed, problem.applicants)
    parts = _parts(problem, numbers)
    ways = {one.id: _way(one, parts) for one in problem.applicants}
    held = _deferred(ways, parts)
    places: dict[str, str | None] = dict.fromkeys(numbers)
    for (place, _part), heap in held.items():
        for _order, student in heap:
            places[student] = place
    return Result(places, numbers)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some seats of a place that look at students in one order."""

    seats: int
    classes: Mapping[str, int]
    numbers: Mapping[str, int]
    last: int
    asked: frozenset[str]

    def claim(self, student: str) -> Claim:
        usual = self.classes.get(student, self.last)
        return (ASKED if student in self.asked else usual, self.numbers[student])


def _parts(problem: Problem, numbers: Mapping[str, int]) -> dict[str, list[_Part]]:
    parts = {}
    for place in problem.places:
        asked = min(place.asked_seats, place.seats) if place.asked else 0
        usual = (place.classes, numbers, problem.last)
        options = [
            _Part(asked, *usual, place.asked),
            _Part(place.seats - asked, *usual, frozenset()),
        ]
        parts[place.id] = [part for part in options if part.seats > 0]
    return parts


def _way(one: Applicant, parts: Mapping[str, list[_Part]]) -> list[tuple[str, int]]:
    """The doors at which a student knocks, in order."""
    wishes = dict.fromkeys(one.wishes)
    return [(place, part) for place in wishes for part in range(len(parts.get(place, ())))]


def _deferred(
    ways: Mapping[str, list[tuple[str, int]]], parts: Mapping[str, list[_Part]]
) -> dict[tuple[str, int], list[tuple[Claim, str]]]:
    """Knock, be held or sent on, until nobody knocks. The worst claim lies on top of each heap."""
    held: dict[tuple[str, int], list[tuple[Claim, str]]] = {}
    free = [(student, iter(doors)) for student, doors in ways.items()]
    waiting = dict(free)
    knocking = list(waiting)
    while knocking:
        student = knocking.pop()
        for door in waiting[student]:
            part = parts[door[0]][door[1]]
            order, number = part.claim(student)
            heap, item = held.setdefault(door, []), ((-order, -number), student)
            if len(heap) < part.seats:
                heappush(heap, item)
                break
            if item > heap[0]:
                knocking.append(heapreplace(heap, item)[1])
                break
    return held


def asked_seats(
    seats: Mapping[str, int], asked: Mapping[str, int], percent: int, seed: str
) -> dict[str, int]:
    """How many seats of each place look first at whom its mentor asked for.

    seats: place → seats; asked: place → how many its mentor asked for. Together never more than
    `percent` of the seats of these places: what is left over from whole seats goes round by draw.
    """
    wanted = {place: seats[place] for place, many in asked.items() if many and place in seats}
    given = {place: many * percent // 100 for place, many in wanted.items()}
    over = sum(wanted.values()) * percent // 100 - sum(given.values())
    part = [place for place, many in wanted.items() if many * percent % 100]
    for place in sorted(part, key=lambda one: drawn(seed, one))[:over]:
        given[place] += 1
    return given
