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
        KEPT = "kept", _("Kept here, not sent")  # no mail server, no text message gateway

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message")

    STEPS: ClassVar = {
        "send_again": Step((State.FAILED, State.SENT, State.KEPT), State.QUEUED),
    }

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254, default="", blank=True)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=300)
    # Secrets are not part of it: "{link}" and "{code}" stand where they go at delivery.
    body = models.TextField()
    link_id = models.CharField(max_length=14, default="", blank=True)  # a pass's public id
    url = models.CharField(max_length=500, default="", blank=True)  # a page for who signs in
    code = models.CharField(max_length=12, default="", blank=True)  # erased once sent
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    # Queued: when to try (again). Being sent: when the worker that took it counts as dead.
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["state", "next_at"]),
            models.Index(fields=["school", "-created_at"]),
            models.Index(fields=["school", "state", "-created_at"]),
        ]

    def __str__(self) -> str:
        return self.subject
