"""It was talked about with the student, who may say something to it; then it counts."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evaluations import rules
from kindling.evaluations.models import Evaluation
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def discuss_evaluation(evaluation: Evaluation, on: date, agreed: str, *, by: Viewer) -> None:
    """Note that somebody talked with the student about it, and what came of it."""
    require(rules.may_guide(by, evaluation))
    if on > by.school.today():
        raise ValidationError({"on": _("Choose today or a day before.")})
    take_step(
        evaluation, "discuss", by=by, discussed_on=on, discussed_by=by.person,
        agreed=agreed.strip()[:2000],
    )  # fmt: skip


@transaction.atomic
def count_evaluation(evaluation: Evaluation, *, by: Viewer) -> None:
    """Let it count for the internship's credit."""
    require(rules.may_guide(by, evaluation))
    take_step(evaluation, "count", by=by, counted_by=by.person, counted_on=by.school.today())


@transaction.atomic
def comment_evaluation(evaluation: Evaluation, words: str, *, by: Viewer) -> None:
    """The student's own words beside it, theirs to change until it counts."""
    require(rules.may_comment(by, evaluation))
    open_ones = Evaluation.objects.filter(
        pk=evaluation.pk, state__in=[Evaluation.State.SUBMITTED, Evaluation.State.DISCUSSED]
    )
    at = by.school.now()
    if not open_ones.update(comment=words.strip()[:2000], commented_at=at):
        raise Refused(_("This counts already. It stays as it is."))
    evaluation.comment, evaluation.commented_at = words.strip()[:2000], at
    record("evaluation.comment", evaluation, by=by)
