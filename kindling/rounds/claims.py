"""Who comes before whom at a place, by the record: for reasons, and for changes by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.people.models import Student
from kindling.rounds.classes import EVERYBODY
from kindling.rounds.mechanism import ASKED, Claim
from kindling.rounds.models import Move, Outcome, Record, Round, RoundPlace


@dataclass(frozen=True)
class Board:
    """The record of a round, ready to be asked."""

    students: dict[str, dict[str, Any]]
    places: dict[str, dict[str, Any]]
    got: dict[str, str | None]  # student → place by the draw
    numbers: dict[str, int]

    def claim(self, student: str, place: str, *, is_asking: bool = False) -> Claim:
        """Class and number of the student there; `is_asking` counts what the mentor asked for."""
        told = self.places[place]
        usual = told["classes"].get(student, EVERYBODY)
        kind = ASKED if is_asking and student in told["asked"] else usual
        return (kind, self.numbers.get(student, len(self.numbers) + 1))

    def last_claim(self, place: str) -> Claim | None:
        """The claim that got in last; None while a seat is empty.

        Seats that look first at whom the mentor asked for are counted apart: the last one is the
        last of the others, or of them where there are no others.
        """
        told = self.places[place]
        there = [student for student, got in self.got.items() if got == place]
        if not there or len(there) < told["seats"]:
            return None
        first = sorted(there, key=lambda one: self.claim(one, place, is_asking=True))
        if told["seats"] <= told["asked_seats"]:
            return self.claim(first[-1], place, is_asking=True)
        rest = first[told["asked_seats"] :] if told["asked"] else first
        return max(self.claim(one, place) for one in rest)


def board_of(one: Round) -> Board:
    """Read the record and what came of it. Two statements."""
    told, kept = record_of(one).problem, kept_of(one)
    got = {student: place for student, (place, _number) in kept.items()}
    numbers = {student: number for student, (_place, number) in kept.items()}
    students = {row["id"]: row for row in told["students"]}
    return Board(students, {row["id"]: row for row in told["places"]}, got, numbers)


def record_of(one: Round) -> Record:
    """What the draw decided on. The caller knows that the round is seen."""
    found: Record = Record.objects.get(round=one)
    return found


def kept_of(one: Round) -> dict[str, tuple[str | None, int]]:
    """What was written down: student → place and number, by public ids. One statement."""
    rows = Outcome.objects.filter(round=one).values_list(
        "student__public_id", "place__public_id", "number"
    )
    return {student: (place, number) for student, place, number in rows}


def place_now(one: Round, student: Student) -> RoundPlace | None:
    """What the student has from the round today: the last change by hand, else the draw."""
    moved = Move.objects.filter(round=one, student=student).select_related("now__opportunity")
    last = moved.order_by("-at", "-pk").first()
    if last:
        return last.now
    row = Outcome.objects.filter(round=one, student=student).select_related("place__opportunity")
    found = row.first()
    return found.place if found and not found.trouble else None


def passed_over(one: Round, student: Student, place: RoundPlace) -> list[str]:
    """Who would rather have had this place than what they got, and comes first by the draw.

    Public ids, best claim first. Changes by hand count: what they have today is compared.
    """
    board, key = board_of(one), place.public_id
    mine = board.claim(student.public_id, key, is_asking=True)
    now = dict(board.got)
    moves = Move.objects.filter(round=one).order_by("at", "pk")
    now |= dict(moves.values_list("student__public_id", "now__public_id"))
    found = []
    for other, row in board.students.items():
        wishes = row["wishes"]
        if other == student.public_id or key not in wishes:
            continue
        has = now.get(other)
        better = has not in wishes or wishes.index(key) < wishes.index(has)
        claim = board.claim(other, key, is_asking=True)
        if better and claim < mine:
            found.append((claim, other))
    return [other for _claim, other in sorted(found)]
