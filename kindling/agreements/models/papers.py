"""The PDF of an agreement that everybody has signed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.agreements.models.agreements import Agreement
from kindling.schools.models import SchoolOwned


class Paper(SchoolOwned):
    """Made once, kept under its own SHA-256, and the same for ever."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        MADE = "made", _("Ready")

    agreement = models.OneToOneField(Agreement, models.PROTECT, related_name="paper")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    file = models.CharField(max_length=200, default="", blank=True)  # its name in the storage
    sha256 = models.CharField(max_length=64, default="", blank=True, db_index=True)
    size = models.PositiveIntegerField(default=0)
    standard = models.CharField(max_length=20, default="", blank=True)  # "ua-1 a-2a"
    made_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state"])]

    @classmethod
    def of(cls, agreement: Agreement) -> Paper | None:
        """The paper of an agreement; None before everybody has signed. One statement."""
        return cls.objects.filter(agreement=agreement).first()
