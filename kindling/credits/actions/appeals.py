"""Somebody thinks that a year deserves more; registrar or principal answer with a reason."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.credits import rules
from kindling.credits.actions.giving import correct_credit
from kindling.credits.models import Appeal, Award, Line
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer


@transaction.atomic
def appeal(student: Student, line: Line, year: SchoolYear, words: str, *, by: Viewer) -> Appeal:
    """Ask for another look at one subject of one year."""
    require(rules.may_appeal(by, student))
    require(student.school_id == line.school_id == year.school_id)
    if by.person is None:
        raise PermissionDenied
    try:
        with transaction.atomic():
            made: Appeal = Appeal.objects.create(
                school=by.school, student=student, line=line, year=year, words=words,
                by=by.person, at=by.school.now(),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("Somebody asked for this already. Wait for the answer.")) from None
    record("appeal.ask", made, by=by)
    return made


@transaction.atomic
def grant_appeal(asked: Appeal, amount: Decimal, reason: str, *, by: Viewer) -> None:
    """Give so much more, with a reason that stands on the record."""
    require(rules.may_approve(by))
    require(asked.by_id != by.person_id)
    given = correct_credit(
        asked.student, asked.line, asked.year, amount, reason, by=by, source=Award.Source.APPEAL
    )
    take_step(
        asked, "grant", by=by, reason=reason, decided_by=by.person, decided_at=by.school.now(),
        award=given,
    )  # fmt: skip


@transaction.atomic
def decline_appeal(asked: Appeal, reason: str, *, by: Viewer) -> None:
    """Say no, and why."""
    require(rules.may_approve(by))
    require(asked.by_id != by.person_id)
    take_step(
        asked, "decline", by=by, reason=reason, decided_by=by.person, decided_at=by.school.now()
    )
