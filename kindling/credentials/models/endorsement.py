"""What a mentor says about an internship, for the student to take along."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned


class Endorsement(SchoolOwned):
    """One mentor's words for one internship. It goes into the credential, signed by the school."""

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        GIVEN = "given", _("Given")

    STEPS: ClassVar = {"give": Step((State.ASKED,), State.GIVEN)}

    placement = models.OneToOneField(Placement, models.CASCADE, related_name="endorsement")
    mentor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=5, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField()
    words = models.TextField(max_length=2000, default="", blank=True)
    skills = models.JSONField(default=list)  # in the mentor's words
    given_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state"])]
