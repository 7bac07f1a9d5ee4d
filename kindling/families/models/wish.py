"""A family asks to sit down together, and when they could."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.meetings.models import Meeting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class MeetingWish(SchoolOwned):
    """Up to three times at which a family could come. The advisor books one, or answers."""

    class State(models.TextChoices):
        OPEN = "open", _("Waiting for the advisor")
        BOOKED = "booked", _("Booked")
        ANSWERED = "answered", _("Answered")

    STEPS: ClassVar = {
        "book": Step((State.OPEN,), State.BOOKED),
        "answer": Step((State.OPEN,), State.ANSWERED),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="meeting_wishes")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    tap = models.CharField(max_length=40)  # of the form: twice is once
    times = models.JSONField(default=list)  # moments, ISO with zone, the best first
    about = models.CharField(max_length=500, default="", blank=True)
    interpreter = models.CharField(max_length=10, default="", blank=True)  # a language
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(max_length=1000, default="", blank=True)
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "by", "tap"], name="one_meeting_wish_a_tap"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "created_at"])]

    def __str__(self) -> str:
        return f"{self.by} · {self.student}"

    def get_absolute_url(self) -> str:
        return url("families:wish", self.public_id)
