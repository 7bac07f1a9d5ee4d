"""When mentors are asked by the clock."""

from __future__ import annotations

from django.db import transaction

from kindling.evaluations import rules
from kindling.evaluations.models import EvaluationChoice
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_days(days_before: int, *, by: Viewer) -> EvaluationChoice:
    """So many days before a term ends; 0: nobody is asked by the clock."""
    require(rules.may_change_choice(by))
    choice, _made = EvaluationChoice.objects.update_or_create(
        school=by.school, defaults={"days_before": days_before}
    )
    record("evaluation.choose", choice, by=by, days_before=days_before)
    return choice
