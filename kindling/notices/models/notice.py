"""One message to one person, and every try to send it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.schools.models import Person, SchoolOwned


class Channel(models.TextChoices):
    """The ways to a person."""

    PUSH = "push", _("Notification")
    EMAIL = "email", _("E-mail")
    SMS = "sms", _("Text message")


class Group(models.TextChoices):
    """What a message is about, as far as its reader chooses how to get it."""

    SAFETY = "safety", _("Safety")
    DAILY = "daily", _("Every day")
    OTHER = "other", _("Everything else")


class Notice(SchoolOwned):
    """One message to one person, in their language, kept from writing to arrival."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting to be sent")
        HELD = "held", _("Waits for a better time")  # the morning, or a gateway that is down
        BUNDLED = "bundled", _("Goes together with another")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")
        DROPPED = "dropped", _("Dropped, not sent")
        KEPT = "kept", _("Kept here, not sent")  # no mail server, no text message gateway

    Channel = Channel
    Group = Group

    STEPS: ClassVar = {
        "send_again": Step((State.FAILED, State.SENT, State.KEPT, State.DROPPED), State.QUEUED),
    }

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    # Public ids of the students it is about: asked again before it leaves (notices/still).
    about = models.JSONField(default=list)
    group = models.CharField(max_length=10, choices=Group, default=Group.OTHER)
    is_urgent = models.BooleanField(default=False)  # goes at night too, and by any way that works
    until = models.DateTimeField(null=True, blank=True)  # of no use after it
    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254, default="", blank=True)
    ways = models.JSONField(default=list)  # the channels still to be tried, the chosen one first
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=300)
    # Secrets are not part of it: "{link}" and "{code}" stand where they go at delivery.
    body = models.TextField()
    short = models.TextField(default="", blank=True)  # the same as a text message
    link_id = models.CharField(max_length=14, default="", blank=True)  # a pass's public id
    url = models.CharField(max_length=500, default="", blank=True)  # a page for who signs in
    reply_id = models.CharField(max_length=14, default="", blank=True)  # who answers, and to what
    code = models.CharField(max_length=12, default="", blank=True)  # erased once sent
    # A calendar file (kit/ical) that goes along by e-mail; "{link}" stands in it as in the body.
    calendar = models.TextField(default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    carrier = models.ForeignKey("self", models.SET_NULL, null=True, related_name="riders")
    tries = models.PositiveSmallIntegerField(default=0)
    # Queued, held: when to try (again). Being sent: when the worker that took it counts as dead.
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


class Try(SchoolOwned):
    """One try to send a notice by one way, and what the other side answered. Never changed."""

    class Ended(models.TextChoices):
        SENT = "sent", _("Taken")
        LATER = "later", _("Not now")
        NEVER = "never", _("Refused")

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="log")
    at = models.DateTimeField()
    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254, default="", blank=True)
    ended = models.CharField(max_length=6, choices=Ended)
    answer = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["notice", "at"])]
