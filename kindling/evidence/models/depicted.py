"""Somebody in a picture, and what they said about it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models.evidence import Evidence
from kindling.history.steps import Step
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class Depicted(SchoolOwned):
    """A student of the school in somebody's picture. Their yes holds until they take it back."""

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        YES = "yes", _("Said yes")
        NO = "no", _("Said no")

    STEPS: ClassVar = {
        "agree": Step((State.ASKED, State.NO), State.YES),
        "refuse": Step((State.ASKED, State.YES), State.NO),
    }

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="depicted")
    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    state = models.CharField(max_length=5, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evidence", "student"], name="asked_once_per_picture"),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "state"])]
