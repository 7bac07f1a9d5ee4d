"""Give credit for a term by the rules, and put right what was given. Awards are only added."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.credits import rules
from kindling.credits.gathering import facts_of, rules_of
from kindling.credits.models import Award, Crosswalk, Line
from kindling.credits.reckoning import Reckoned, reckon, told
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import SchoolYear, Term
from kindling.schools.viewer import Viewer

State = Crosswalk.State


@transaction.atomic
def award_term(term: Term, *, by: Viewer) -> int:
    """Give every enrolled student what the year's work is worth and was not given yet.

    Returns how many awards were written; a second go writes none. Refused without rules in use.
    """
    require(rules.may_approve(by) and term.school_id == by.school.pk)
    crosswalk = _hold_rules(by)
    students = list(Student.objects.filter(school=by.school, state=Student.State.ENROLLED))
    keys = [student.pk for student in students]
    facts, lines = facts_of(by.school, keys, term.year), rules_of(crosswalk)
    given: dict[Any, Any] = rules.sums_by_line(keys, term.year)
    made = []
    for student in students:
        for line, clauses in lines:
            found = reckon(line, clauses, facts[student.pk])
            more = found.amount - (given.get((student.pk, line.identifier)) or Decimal(0))
            if more > 0:
                made.append(_award(student, found, term, more, crosswalk, by=by))
    Award.objects.bulk_create(made, batch_size=200)
    record_many("credit.award", made, by=by, term=term.public_id)
    return len(made)


def _hold_rules(by: Viewer) -> Crosswalk:
    """Lock the rules in use: two who give at once give once."""
    rows = Crosswalk.objects.select_for_update().filter(school=by.school, state=State.APPROVED)
    found = rows.first()
    if found is None or not rules.gives_credits(by.school):
        raise Refused(_("There are no approved rules for credits yet. Approve some first."))
    return found


def _award(
    student: Student, found: Reckoned, term: Term, amount: Decimal, crosswalk: Crosswalk, *,
    by: Viewer,
) -> Award:  # fmt: skip
    line = found.line
    return Award(
        school=by.school, student=student, line=line, identifier=line.identifier,
        title=line.title, year=term.year, term=term, amount=amount,
        rests=told(found, crosswalk.number), by=by.person, at=by.school.now(),
    )  # fmt: skip


@transaction.atomic
def correct_credit(
    student: Student, line: Line, year: SchoolYear, amount: Decimal, reason: str, *,
    by: Viewer, source: str = Award.Source.CORRECTED,
) -> Award:  # fmt: skip
    """Add to what was given, or take from it (below 0), with a reason. The first award stays."""
    require(rules.may_approve(by) and student.school_id == by.school.pk == line.school_id)
    _hold_rules(by)
    given: Any = rules.sums_by_line([student.pk], year).get((student.pk, line.identifier)) or 0
    if given + amount < 0:
        raise Refused(_("That is more than was given. Take back less."))
    made: Award = Award.objects.create(
        school=by.school, student=student, line=line, identifier=line.identifier,
        title=line.title, year=year, amount=amount, source=source, reason=reason,
        by=by.person, at=by.school.now(), rests={"version": line.crosswalk.number},
    )  # fmt: skip
    record("credit.correct", made, by=by, amount=str(amount))
    return made
