"""The minutes of a school."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.ladder import rules
from kindling.ladder.models import Ladder
from kindling.schools.viewer import Viewer


@transaction.atomic
def change_ladder(*, by: Viewer, **facts: Any) -> Ladder:
    """Set how long each rung waits. Alarms that are open go on by the new minutes."""
    require(rules.may_change_ladder(by))
    Ladder.objects.get_or_create(school=by.school)
    ladder = Ladder.objects.select_for_update().get(school=by.school)
    was = {name: getattr(ladder, name) for name in facts}
    for name, value in facts.items():
        setattr(ladder, name, value)
    ladder.look_at = timezone.now()
    ladder.save()
    record("ladder.change", ladder, by=by, was=was, now=facts)
    return ladder
