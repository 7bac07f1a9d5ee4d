"""What one school chose for its families."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kindling.schools.models import School, SchoolOwned


class FamilyChoice(SchoolOwned):
    """Whether words go to the translator, on which weekday the letter leaves, how soon they hear."""

    school = models.OneToOneField(School, models.CASCADE, related_name="family_choice")
    translates = models.BooleanField(default=False)
    # Monday is 0; without one no letter leaves by itself.
    letter_weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    # Within so many school days somebody answers a family's concern.
    answer_days = models.PositiveSmallIntegerField(default=5, db_default=5)
    letters_on = models.DateField(null=True, blank=True)  # when they last left by the clock

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(letter_weekday__isnull=True) | Q(letter_weekday__lte=6),
                name="family_letter_leaves_on_a_weekday",
            ),
            models.CheckConstraint(
                condition=Q(answer_days__gte=1, answer_days__lte=20),
                name="family_concern_is_answered_within_weeks",
            ),
        ]

    def __str__(self) -> str:
        return self.school.name
