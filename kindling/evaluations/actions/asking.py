"""Ask a mentor for an evaluation: by hand, or by the clock before a term ends. Remind once."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.evaluations import rules
from kindling.evaluations.actions.telling import write_to_mentor
from kindling.evaluations.models import Evaluation
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import spend_asks
from kindling.notices.asking import refuse_left_alone
from kindling.passes.actions import end_passes_to
from kindling.placements.models import Placement
from kindling.schools.models import School, Term
from kindling.schools.viewer import Viewer

KNOWN = timedelta(days=28)  # after so long a mentor can say something
WAITED = timedelta(days=7)  # then they are reminded, once


@transaction.atomic
def open_evaluation(placement: Placement, *, by: Viewer, term: Term | None = None) -> Evaluation:
    """Ask its mentor about this term, by a link. Refused for who was asked, rests, is suspended."""
    require(rules.may_open(by, placement))
    mentor, term = placement.mentor, term or rules.term_on(by.school)
    name = {"name": mentor.name}
    if term is None:
        raise Refused(_("The school year has no term yet. Set up the terms first."))
    if placement.ends_on and placement.ends_on < by.school.today() - rules.FRESH:
        raise Refused(_("This internship ended too long ago to ask."))
    if mentor.suspended_at is not None:
        raise Refused(_("%(name)s works with no students for now. No letter leaves.") % name)
    refuse_left_alone(mentor, by.school)
    mentor.school = by.school
    if not spend_asks([mentor], by=by):
        raise Refused(_("%(name)s was asked often this month. Ask again next month.") % name)
    return _open(placement, term, by=by)


def _open(placement: Placement, term: Term, *, by: Viewer) -> Evaluation:
    try:
        with transaction.atomic():
            made: Evaluation = Evaluation.objects.create(
                school=by.school, placement=placement, student=placement.student,
                mentor=placement.mentor, term=term, opened_at=by.school.now(), opened_by=by.person,
            )  # fmt: skip
    except IntegrityError:
        told = {"name": placement.mentor.name}
        raise Refused(_("%(name)s was asked about this term already.") % told) from None
    record("evaluation.open", made, by=by, term=term.label)
    write_to_mentor(made, "opened", by=by)
    return made


@transaction.atomic
def send_link(evaluation: Evaluation, *, by: Viewer) -> None:
    """Send the mentor the link once more, because somebody talked with them."""
    require(rules.may_guide(by, evaluation))
    mentor = evaluation.mentor
    if not evaluation.is_writable:
        raise Refused(_("This is handed in. It stays as it is."))
    if mentor.suspended_at is not None:
        told = {"name": mentor.name}
        raise Refused(_("%(name)s works with no students for now. No letter leaves.") % told)
    refuse_left_alone(mentor, by.school)
    write_to_mentor(evaluation, "again", by=by)
    record("evaluation.send_link", evaluation, by=by)


@transaction.atomic
def call_off_evaluation(evaluation: Evaluation, *, by: Viewer) -> None:
    """Take the question back; what the mentor had begun is deleted, and their link ends."""
    require(rules.may_guide(by, evaluation))
    empty: dict[str, Any] = {
        "strengths": "",
        "to_work_on": "",
        "example": "",
        "host_again": "",
        "skills": [],
    }
    take_step(evaluation, "call_off", by=by, **empty)
    rules.ratings_of(evaluation).delete()
    end_passes_to(evaluation.public_id, rules.EVALUATE, by=by)


@every(hours=6)
def open_evaluations() -> None:
    """Some days before a term ends, ask the mentors of all who learn with them long enough."""
    for school in School.objects.filter(set_up_at__isnull=False):
        open_evaluations_of(school)


def open_evaluations_of(school: School) -> int:
    """Ask them for one school; return how many were. Who was asked, or rests, is not."""
    today, by = school.today(), Viewer.system(school)
    days = rules.choice_of(school).days_before
    ends = Term.of(school).filter(ends_on__gte=today, ends_on__lte=today + timedelta(days=days))
    term = ends.filter(starts_on__lte=today).first() if days else None
    if term is None:
        return 0
    made = 0
    for placement in _unasked(school, term, today):
        with suppress(Refused):  # who rests is not asked
            open_evaluation(placement, by=by, term=term)
            made += 1
    return made


def _unasked(school: School, term: Term, today: date) -> list[Placement]:
    rows = Placement.objects.filter(
        school=school, state__in=Placement.RUNNING, starts_on__lte=today - KNOWN,
        mentor__suspended_at__isnull=True,
    )  # fmt: skip
    asked = Evaluation.objects.filter(school=school, term=term)
    rows = rows.exclude(pk__in=asked.values("placement"))
    return list(rows.select_related("student__person", "mentor", "site").order_by("pk"))


@every(hours=6)
def remind_mentors() -> None:
    """A week later, once; who has not answered then is left alone."""
    for school in School.objects.filter(set_up_at__isnull=False):
        by, today = Viewer.system(school), school.today()
        rows = Evaluation.objects.filter(
            school=school, state__in=Evaluation.WRITABLE, reminded_on__isnull=True,
            opened_at__lt=school.now() - WAITED, mentor__suspended_at__isnull=True,
        )  # fmt: skip
        for row in rows.select_related("mentor", "student__person", "placement__site"):
            _remind(row, today, by=by)


@transaction.atomic
def _remind(row: Evaluation, today: date, *, by: Viewer) -> None:
    row.mentor.school = by.school
    first = Evaluation.objects.filter(pk=row.pk, reminded_on__isnull=True)
    if first.update(reminded_on=today) and spend_asks([row.mentor], by=by):
        write_to_mentor(row, "reminder", by=by)
        record("evaluation.remind", row, by=by)
