"""What the school chooses about conversations."""

from __future__ import annotations

from datetime import time

from django.db import transaction

from kindling.conversations import rules
from kindling.conversations.models import ConversationChoice
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose(
    *, answers_from: time | None, answers_until: time | None, translates: bool, by: Viewer
) -> ConversationChoice:
    """Say when the school answers, and whether a machine may translate what people write."""
    require(rules.may_choose(by))
    facts = {"answers_from": answers_from, "answers_until": answers_until, "translates": translates}
    made, _new = ConversationChoice.objects.update_or_create(school=by.school, defaults=facts)
    record("conversations.choose", made, by=by, translates=translates)
    return made
