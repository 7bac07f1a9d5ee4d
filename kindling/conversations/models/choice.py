"""How a school talks with people."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.schools.models import SchoolOwned


class ConversationChoice(SchoolOwned):
    """When the school answers, and whether a machine may translate. No row: nothing is said or done."""

    answers_from = models.TimeField(null=True, blank=True)
    answers_until = models.TimeField(null=True, blank=True)
    translates = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_conversation_choice"),
            models.CheckConstraint(
                condition=Q(answers_from__isnull=True, answers_until__isnull=True)
                | Q(answers_until__gt=F("answers_from")),
                name="conversation_hours_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id
