"""What was given: one file, made once a request is provided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.rights.models.request import RecordsRequest
from kindling.schools.models import SchoolOwned


class Bundle(SchoolOwned):
    """A ZIP of pages, data and files, kept under the SHA-256 of its bytes."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        MADE = "made", _("Made")

    request = models.OneToOneField(RecordsRequest, models.PROTECT, related_name="bundle")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    file = models.CharField(max_length=200, default="", blank=True)  # name in the storage
    sha256 = models.CharField(max_length=64, default="", blank=True)
    size = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(state="made") | ~models.Q(file=""), name="a_bundle_made_is_kept"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_made(self) -> bool:
        return self.state == self.State.MADE
