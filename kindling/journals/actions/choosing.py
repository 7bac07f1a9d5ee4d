"""How the journals of a school work."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.history.steps import record
from kindling.journals import rules
from kindling.journals.models import JournalChoice
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_journals(*, by: Viewer, **facts: Any) -> JournalChoice:
    """Set what the school says. `facts` are JournalChoice's own fields."""
    require(rules.may_choose(by))
    choice, _made = JournalChoice.objects.update_or_create(school=by.school, defaults=facts)
    record("journals.choose", by.school, by=by, **facts)
    return choice
