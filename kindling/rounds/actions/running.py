"""The deadline comes; the coordinator tries the round with another draw, then runs it once."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.rounds import rules
from kindling.rounds.mechanism import Problem, Result, match, new_seed
from kindling.rounds.models import Outcome, Record, Round, RoundPlace
from kindling.rounds.problem import digest_of, gather, problem_of
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

TRIABLE = (Round.State.OPEN, Round.State.CLOSED)


@every(minutes=5)
def close_by_the_clock() -> None:
    """Close what is due, at every school by its own clock."""
    for school in School.objects.filter(pk__in=_open().values("school")):
        with inside(school):
            close_due_rounds(by=Viewer.system(school))


def _open() -> QuerySet[Round]:
    return Round.objects.filter(state=Round.State.OPEN)


def close_due_rounds(*, by: Viewer) -> int:
    """Close every round whose deadline is over; returns how many. Safe to call twice."""
    count = 0
    for one in _open().filter(school=by.school, closes_at__lte=by.school.now()):
        try:
            close_round(one, by=by)
        except Refused:  # the coordinator was faster
            continue
        count += 1
    return count


@transaction.atomic
def close_round(one: Round, *, by: Viewer) -> None:
    """No more changes. Not before the deadline: that was promised."""
    require(rules.may_run_rounds(by))
    one.lock()  # the deadline may just have been moved
    if one.state == Round.State.OPEN and by.school.now() < one.closes_at:
        raise Refused(_("Students may still change their lists. It closes by itself."))
    take_step(one, "close", by=by)


@dataclass(frozen=True)
class Trial:
    """What a draw would give: by the same rules, with another seed, kept nowhere."""

    problem: Problem
    result: Result


@transaction.atomic
def try_round(one: Round, *, by: Viewer) -> Trial:
    """Run it with a draw of its own: nobody is told, nothing is kept but that it was tried.

    The true seed stays out of it, so that nobody can try until they like what they see.
    """
    require(rules.may_run_rounds(by))
    if one.state not in TRIABLE:
        raise Refused(_("A round can be tried while it is open, or closed and not run yet."))
    seed = new_seed()
    problem = problem_of(gather(one, seed))
    record("round.try", one, by=by)
    return Trial(problem, match(problem, seed))


@transaction.atomic
def run_round(one: Round, *, by: Viewer) -> None:
    """Draw, once, with the seed whose hash everybody has seen. Nobody is told before it is published."""
    require(rules.may_run_rounds(by))
    take_step(one, "run", by=by, ran_at=by.school.now())
    told = gather(one, one.seed)
    problem = problem_of(told)
    result = match(problem, one.seed)
    digest = digest_of(told)
    Record.objects.create(school=by.school, round=one, problem=told, digest=digest)
    _keep(one, problem, result)
    record("round.draw", one, by=by, digest=digest)


def _keep(one: Round, problem: Problem, result: Result) -> None:
    """Write down what each student got."""
    places = dict(RoundPlace.objects.filter(round=one).values_list("public_id", "pk"))
    ids = [applicant.id for applicant in problem.applicants]
    students = dict(
        Student.objects.filter(school=one.school_id, ballots__round=one).values_list(
            "public_id", "pk"
        )
    )
    wishes = {applicant.id: applicant.wishes for applicant in problem.applicants}
    rows = []
    for key in ids:
        place = result.places[key]
        rows.append(
            Outcome(
                school_id=one.school_id,
                round=one,
                student_id=students[key],
                place_id=places[place] if place else None,
                choice=wishes[key].index(place) + 1 if place else None,
                number=result.numbers[key],
            )
        )
    Outcome.objects.bulk_create(rows, batch_size=500)
