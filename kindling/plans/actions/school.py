"""What a school asks of every plan."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.plans import rules
from kindling.plans.models import PlanRules
from kindling.schools.viewer import Viewer


@transaction.atomic
def change_rules(*, by: Viewer, **facts: Any) -> PlanRules:
    """Set who signs, what is asked and who leads the meeting. Plans that wait for names keep theirs."""
    require(rules.may_change_rules(by))
    kept, _is_new = PlanRules.objects.get_or_create(school=by.school)
    for name, value in facts.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(facts))
    record("plan_rules.change", kept, by=by, **{name: str(value) for name, value in facts.items()})
    return kept
