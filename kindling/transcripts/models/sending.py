"""Transcripts that go to somebody, on the word of whose record it is, behind a link that ends."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.disclosures.models import Disclosure
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.transcripts.models.certified import Transcript
from kindling.transcripts.tokens import token_of


class Sending(SchoolOwned):
    """`opened` counts how often the link was opened, never by whom."""

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for a yes")
        SENT = "sent", _("The link is open")
        DECLINED = "declined", _("Not agreed to")
        STOPPED = "stopped", _("Stopped")

    STEPS: ClassVar = {
        "agree": Step((State.ASKED,), State.SENT),
        "decline": Step((State.ASKED,), State.DECLINED),
        "stop": Step((State.ASKED, State.SENT), State.STOPPED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="sendings")
    to = models.CharField(max_length=200)
    why = models.CharField(max_length=300)
    days = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    until_on = models.DateField(null=True)  # the last day counts
    disclosure = models.OneToOneField(Disclosure, models.PROTECT, null=True, related_name="+")
    opened = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="sent")
                | Q(agreed_by__isnull=False, disclosure__isnull=False, until_on__isnull=False),
                name="sent_with_consent_and_a_line_of_the_log",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "student", "state"])]

    def __str__(self) -> str:
        return self.to

    def get_absolute_url(self) -> str:
        return url("transcripts:sending", self.public_id)

    def is_open_on(self, day: date) -> bool:
        return self.state == self.State.SENT and self.until_on is not None and self.until_on >= day

    def count_opening(self) -> None:
        """It was opened once more, by nobody in particular."""
        Sending.objects.filter(pk=self.pk).update(opened=F("opened") + 1)

    @property
    def token(self) -> str:
        return token_of(self.public_id)

    @property
    def address(self) -> str:
        """The whole address, for whoever may copy it."""
        return f"{settings.BASE_URL}/transcript/{self.token}/"


class Sent(SchoolOwned):
    """One transcript of a sending."""

    sending = models.ForeignKey(Sending, models.CASCADE, related_name="papers")
    transcript = models.ForeignKey(Transcript, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sending", "transcript"], name="a_transcript_sent_once"
            ),
        ]
        ordering: ClassVar = ["pk"]
