"""What a school chooses about staying in touch."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned


class OutreachChoice(SchoolOwned):
    """After how many months without a word a site counts as cold."""

    cold_months = models.PositiveSmallIntegerField(default=6)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_outreach_choice"),
        ]
