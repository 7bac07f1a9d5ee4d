"""Somebody close to the student works at the place, or the school is tied to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.placements.models.pursuit import Pursuit
from kindling.schools.models import Person, SchoolOwned


class Tie(SchoolOwned):
    """A conflict of interest, declared before a yes. The coordinator decides with a reason."""

    class Kind(models.TextChoices):
        RELATIVE = "relative", _("A relative or close friend works there")
        OWN = "own", _("The family’s own business")
        STAFF = "staff", _("Somebody at school is tied to the place")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        DECLARED = "declared", _("Declared")
        ALLOWED = "allowed", _("It may go on")
        REFUSED = "refused", _("It does not work")

    STEPS: ClassVar = {
        "allow": Step((State.DECLARED,), State.ALLOWED),
        "refuse": Step((State.DECLARED,), State.REFUSED),
    }

    pursuit = models.ForeignKey(Pursuit, models.CASCADE, related_name="ties")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField(max_length=1000)
    state = models.CharField(max_length=10, choices=State, default=State.DECLARED)
    declared_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    declared_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(max_length=1000, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["pursuit", "state"])]

    def __str__(self) -> str:
        return f"{self.pursuit} · {self.kind}"
