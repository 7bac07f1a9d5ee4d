"""What a school decides about its goals."""

from __future__ import annotations

from django.db import transaction

from kindling.goals import rules
from kindling.goals.models import GoalSettings
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def set_advisors_edit(allowed: bool, *, by: Viewer) -> None:
    """Say whether advisors edit goals beside principal and coordinator."""
    require(rules.may_change_settings(by))
    GoalSettings.objects.update_or_create(school=by.school, defaults={"advisors_edit": allowed})
    record("school.set_goal_editors", by.school, by=by, advisors=allowed)
