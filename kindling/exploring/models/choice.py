"""What a school chose about exploring, and its own questions for interviews."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import School, SchoolOwned


class ExploringChoice(SchoolOwned):
    """One row per school at most; without it the defaults hold."""

    needs_rehearsal = models.BooleanField(default=False)  # ready before asking for a place
    answer_days = models.PositiveSmallIntegerField(default=7)  # to say: go on, or not now

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_exploring_choice_per_school"),
        ]

    @classmethod
    def of(cls, school: School) -> ExploringChoice:
        """Return what holds at the school. One statement."""
        return cls.objects.filter(school=school).first() or cls(school=school)


class OwnQuestion(SchoolOwned):
    """A question that this school offers for interviews, beside those of the bank."""

    text = models.CharField(max_length=200)
    is_retired = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.text
