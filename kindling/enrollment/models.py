"""A school year that began: who moved to which grade, and who left as an alum."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned, SchoolYear


class RollOver(SchoolOwned):
    """One roll-over into a school year. It happens once; undone, it may happen again."""

    class State(models.TextChoices):
        DONE = "done", _("Done")
        UNDONE = "undone", _("Undone")

    year = models.ForeignKey(SchoolYear, models.PROTECT, related_name="roll_overs")
    state = models.CharField(max_length=10, choices=State, default=State.DONE)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["year"], condition=Q(state="done"), name="one_roll_over_per_year"
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)


class RollOverLine(SchoolOwned):
    """What the roll-over did to one student: grades before and after; none after: left."""

    roll_over = models.ForeignKey(RollOver, models.CASCADE, related_name="lines")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    was_grade = models.CharField(max_length=10)
    grade = models.CharField(max_length=10, default="", blank=True)
    advisory = models.ForeignKey(Advisory, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["roll_over", "student"], name="one_line_per_roll_over_and_student"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student}: {self.was_grade} → {self.grade}"
