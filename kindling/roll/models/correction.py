"""What a mark said before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Correction(SchoolOwned):
    """A mark that was changed: both values, who, when and why. Never changed itself."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="corrections")
    on = models.DateField()
    was_code = models.CharField(max_length=2)
    was_minutes = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=2, default="", blank=True)  # empty: the mark was taken away
    minutes = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=500, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "on"])]

    def __str__(self) -> str:
        return f"{self.on} {self.was_code} → {self.code}"
