"""How long a school keeps things, for whom nothing goes, and what a student wishes for their work."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class KeepChoice(SchoolOwned):
    """How many months one end has at this school; without a row, Kindling's own."""

    name = models.CharField(max_length=20)  # of inventory.words.KEEPS, or "backups"
    months = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "name"], name="one_choice_per_end"),
        ]


class Hold(SchoolOwned):
    """Nothing about this student is destroyed: a court, a complaint, a request is open."""

    student = models.ForeignKey(Student, models.PROTECT, related_name="holds")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "ended_at"])]

    def __str__(self) -> str:
        return self.public_id


class WorkWish(SchoolOwned):
    """What a student wishes for their own work after school. Added to; the newest counts."""

    class Wish(models.TextChoices):
        KEEP = "keep", _("Keep my work for me")
        DELETE = "delete", _("Delete my work")

    student = models.ForeignKey(Student, models.CASCADE, related_name="work_wishes")
    wish = models.CharField(max_length=6, choices=Wish)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "at"])]
