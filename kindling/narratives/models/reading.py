"""Who reads a narrative before the family, and what they say."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.narratives.models.narratives import Narrative
from kindling.schools.models import Person, SchoolOwned


class Review(SchoolOwned):
    """One reading of one narrative. Said once, never changed."""

    class Kind(models.TextChoices):
        READER = "reader", _("Reader")
        PRINCIPAL = "principal", _("Principal")

    class Verdict(models.TextChoices):
        WAITING = "", _("Waits to be read")
        PASSED = "passed", _("Read and passed on")
        RETURNED = "returned", _("Given back")

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=9, choices=Kind)
    reader = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.WAITING, blank=True)
    comment = models.TextField(max_length=4000, default="", blank=True)
    asked_at = models.DateTimeField()
    said_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["narrative"], condition=Q(verdict=""), name="one_open_review_per_narrative"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["reader", "verdict"])]
