"""What Kindling tells people, by which way, and whether it arrived."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.schools.models import Person, SchoolOwned


class Notice(SchoolOwned):
    """One message to one person, in their language, kept from writing to arrival."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting to be sent")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message")

    STEPS: ClassVar = {
        "send_again": Step((State.FAILED, State.SENT), State.QUEUED),
    }

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    # The pass whose link the body wants at "{link}". The token itself is never stored.
    link_id = models.CharField(max_length=14, default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["state", "next_at"]),
            models.Index(fields=["school", "-created_at"]),
        ]

    def __str__(self) -> str:
        return self.subject
