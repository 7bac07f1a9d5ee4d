"""What a school says about evaluations."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned

USUAL_DAYS = 14


class EvaluationChoice(SchoolOwned):
    """At most one row a school. Zero days: nobody is asked by the clock."""

    days_before = models.PositiveSmallIntegerField(default=USUAL_DAYS)  # a term ends

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_evaluation_choice_per_school"),
        ]
