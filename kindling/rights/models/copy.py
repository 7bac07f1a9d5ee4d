"""What a student takes along: all that they wrote, made and were given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class OwnCopy(SchoolOwned):
    """One ZIP, made without asking anybody. Its file goes after a week."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        MADE = "made", _("Made")
        GONE = "gone", _("Deleted")

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    file = models.CharField(max_length=200, default="", blank=True)  # name in the storage
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-asked_at"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_made(self) -> bool:
        return self.state == self.State.MADE
