"""A thank-you to a mentor: words, hours, and who stands by them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.signing import fingerprint
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned, SchoolYear


class Thanks(SchoolOwned):
    """One letter: for an internship, or for a year. Kept as it was sent.

    A student's words wait until somebody who guides them has read them and signs with them.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for a reader")
        RETURNED = "returned", _("Back for another look")
        SENT = "sent", _("Sent")

    STEPS: ClassVar = {
        "hand_in": Step((State.WAITING, State.RETURNED), State.WAITING),
        "return": Step((State.WAITING,), State.RETURNED),
        "send": Step((State.WAITING, State.RETURNED), State.SENT),
    }

    mentor = models.ForeignKey(Person, models.PROTECT, related_name="thanks")
    placement = models.ForeignKey(Placement, models.CASCADE, null=True, related_name="thanks")
    year = models.ForeignKey(SchoolYear, models.CASCADE, null=True, related_name="+")
    student = models.ForeignKey(Student, models.CASCADE, null=True, related_name="thanks")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.TextField(max_length=3000)
    staff = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who signs
    staff_words = models.TextField(max_length=1000, default="", blank=True)
    reply = models.TextField(max_length=1000, default="", blank=True)  # to the student
    minutes = models.PositiveIntegerField(default=0)  # confirmed ones, on the day it was sent
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "by"], name="one_thanks_per_writer"),
            models.UniqueConstraint(fields=["mentor", "year"], name="one_thanks_a_year"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state"]),
            models.Index(fields=["mentor", "state"]),
        ]

    def __str__(self) -> str:
        return str(self.mentor)

    def get_absolute_url(self) -> str:
        return url("thanks:letter", self.public_id)

    @property
    def stamp(self) -> str:
        """Of the words as they stand: who signs with a student signs what they have read."""
        return fingerprint(self.words)

    @property
    def hours(self) -> int:
        """Whole hours."""
        return self.minutes // 60
