"""What a grade asks of its students in a year, and what an hour is worth."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import SchoolOwned, SchoolYear


class Kind(models.TextChoices):
    """What may be asked for. Hours are kept in hours, all others are counts."""

    HOURS = "hours", _("Hours at internships")
    SHADOW = "shadow", _("Shadow days")
    INTERVIEW = "interview", _("Interviews")
    EITHER = "either", _("Shadow days or interviews")


class Requirement(SchoolOwned):
    """So much of one kind in one school year, for one grade. Another year has its own rows."""

    year = models.ForeignKey(SchoolYear, models.CASCADE, related_name="requirements")
    grade = models.CharField(max_length=10)
    kind = models.CharField(max_length=10, choices=Kind)
    amount = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["year", "grade", "kind"], name="one_requirement_per_grade_and_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grade}: {self.amount} {self.kind}"


class CreditRule(SchoolOwned):
    """What confirmed hours are worth in one school year: 135 hours are one unit, in quarters."""

    class Step(models.TextChoices):
        """The smallest part of a unit that is given."""

        WHOLE = "1", _("Whole units")
        HALF = "0.5", _("Halves")
        QUARTER = "0.25", _("Quarters")
        TENTH = "0.1", _("Tenths")

    year = models.OneToOneField(SchoolYear, models.CASCADE, related_name="credit_rule")
    hours = models.PositiveSmallIntegerField()  # for one unit
    step = models.CharField(max_length=4, choices=Step, default=Step.QUARTER)

    def __str__(self) -> str:
        return f"{self.hours} h"

    def units(self, minutes: int) -> Decimal:
        """Return the units that these minutes are worth, in full steps only."""
        step = Decimal(self.step)
        return Decimal(minutes) / (60 * self.hours) // step * step
