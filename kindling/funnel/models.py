"""What the clock counted of a school's ways for its network. Nothing in it tells of a student."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned, SchoolYear


class SharedWays(SchoolOwned):
    """The sums of one school's year, while the school shows its network its sums."""

    year = models.ForeignKey(SchoolYear, models.CASCADE, related_name="+")
    students = models.PositiveIntegerField()
    tally = models.JSONField()  # a Tally of all students
    grades = models.JSONField()  # grade → a Tally
    weeks = models.PositiveIntegerField(
        null=True
    )  # of those without an internship, half wait longer
    counted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_row_of_ways_per_school"),
        ]

    def __str__(self) -> str:
        return f"{self.school} · {self.year}"
