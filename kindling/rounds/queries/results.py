"""What came out: for one student with the reasons, for all, and the draw checked again."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.rounds.claims import Board, board_of, kept_of, place_now, record_of
from kindling.rounds.classes import classes_of
from kindling.rounds.mechanism import Claim, drawn, match, seed_hash
from kindling.rounds.models import Choice, Outcome, Round, RoundPlace
from kindling.rounds.problem import digest_of, problem_of

TOP = 3  # “one of the first three”


@dataclass(frozen=True)
class Answer:
    """One place of the list: `state` is got, full, not_needed or barred; `words` say why."""

    number: int
    place: RoundPlace
    state: str
    words: str


@dataclass(frozen=True)
class ResultPage:
    """One student's result. `now`: after changes by hand; None: no place."""

    outcome: Outcome
    now: RoundPlace | None
    of: int
    answers: list[Answer]
    student_id: str
    draw: str


def result_page(one: Round, outcome: Outcome, choices: list[Choice]) -> ResultPage:
    """`choices`: the student's list, as far as the viewer may read it. Four statements."""
    board, student = board_of(one), outcome.student.public_id
    got, answers = board.got.get(student), []
    wishes = board.students[student]["wishes"]
    for choice in choices:
        key = choice.place.public_id
        if key not in wishes:
            code = board.students[student]["barred"].get(key, "")
            state, words = "barred", barred_words(code)
        elif key == got:
            state, words = "got", _("This is your place.")
        elif got is not None and wishes.index(key) > wishes.index(got):
            state, words = "not_needed", _("Not asked: you got a place you wanted more.")
        else:
            state, words = "full", why_full(one, board, student, key)
        answers.append(Answer(choice.number, choice.place, state, words))
    draw = drawn(one.seed, student)
    return ResultPage(
        outcome, place_now(one, outcome.student), len(board.numbers), answers, student, draw
    )


def why_full(one: Round, board: Board, student: str, place: str) -> str:
    """Say what the last one who got in had, and what this student has."""
    last, mine = board.last_claim(place), board.claim(student, place)
    if last is None:
        return _("No seat was left there when the round ran.")
    if last[0] == mine[0]:
        numbers = {"last": last[1], "mine": mine[1]}
        return _("Full. The last seat went to number %(last)s, yours is %(mine)s.") % numbers
    return _("Full. The last seat went to class %(last)s, you are class %(mine)s there.") % {
        "last": position_of(one, last),
        "mine": position_of(one, mine),
    }


def position_of(one: Round, claim: Claim) -> int:
    """The number of the class as people read it."""
    return next(row.position for row in classes_of(one) if row.number == claim[0])


def barred_words(code: str) -> str:
    """Why a place on the list did not count."""
    return {
        "full": _("It was full already."),
        "paused": _("It took nobody when the round ran."),
        "closed": _("It took nobody when the round ran."),
        "too_young": _("It takes older students only."),
        "birthday_unknown": _("It asks for an age, and the office does not know your birthday."),
        "days": _("It is not on your internship days."),
        "far": _("It is further from school than this round goes."),
        "there": _("You had this place already."),
    }.get(code, _("It did not count for you."))


@dataclass(frozen=True)
class Check:
    """The draw, run again from what is kept."""

    seed: str
    seed_hash: str
    digest: str
    is_record_whole: bool
    is_same: bool
    students: int
    places: int


def check_draw(one: Round) -> Check:
    """Run the round again and compare it with what was published. Two statements."""
    record = record_of(one)
    problem = problem_of(record.problem)
    again = match(problem, one.seed)
    drawn_again = {
        student: (place, again.numbers[student]) for student, place in again.places.items()
    }
    return Check(
        one.seed, seed_hash(one.seed), record.digest, digest_of(record.problem) == record.digest,
        kept_of(one) == drawn_again, len(problem.applicants), len(problem.places),
    )  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """How a draw went, tried or real."""

    students: int
    placed: int
    first: int
    top: int

    @property
    def unplaced(self) -> int:
        return self.students - self.placed


def tally_of(ranks: list[int | None]) -> Tally:
    """ranks: for each student which of their choices they got; None: no place."""
    got = [rank for rank in ranks if rank]
    return Tally(len(ranks), len(got), got.count(1), sum(rank <= TOP for rank in got))
