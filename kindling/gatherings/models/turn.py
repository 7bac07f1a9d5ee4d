"""Whose turn it is to lead a circle or a pick-me-up."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.gatherings.models.gathering import Gathering
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class Turn(SchoolOwned):
    """Next, then held or passed on. Who passes is asked again after everybody else."""

    class State(models.TextChoices):
        NEXT = "next", _("Next")
        HELD = "held", _("Held")
        PASSED = "passed", _("Passed on")

    KINDS: ClassVar = (Gathering.Kind.PICK_ME_UP, Gathering.Kind.CIRCLE)
    STEPS: ClassVar = {
        "hold": Step((State.NEXT,), State.HELD),
        "pass": Step((State.NEXT,), State.PASSED),
    }

    advisory = models.ForeignKey(Advisory, models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=12, choices=Gathering.Kind)
    student = models.ForeignKey(Student, models.CASCADE, related_name="turns")
    on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.NEXT)
    note = models.CharField(max_length=500, default="", blank=True)  # what was shared

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["advisory", "kind"], condition=Q(state="next"), name="one_next_turn"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["advisory", "kind", "student", "-on"]),
            models.Index(fields=["student", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.student}"

    def get_absolute_url(self) -> str:
        return url("gatherings:advisory", self.advisory.public_id)
