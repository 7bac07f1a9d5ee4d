"""What a school decides about its goals. Without a row: principal and coordinator edit them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned


class GoalSettings(SchoolOwned):
    """One row for a school, from the first time somebody changes one."""

    advisors_edit = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_goal_settings_per_school"),
        ]

    def __str__(self) -> str:
        return "goals"
