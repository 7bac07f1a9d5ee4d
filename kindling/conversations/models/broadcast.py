"""One message to many, and what became of it for each."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.conversations.models.message import LONGEST
from kindling.conversations.models.thread import Thread
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Broadcast(SchoolOwned):
    """The words, and whom they are for. Who gets them is written down when it is sent."""

    class State(models.TextChoices):
        SENDING = "sending", _("Being sent")
        DONE = "done", _("Sent")

    class To(models.TextChoices):
        FAMILIES = "families", _("Families")
        STUDENTS = "students", _("Students")
        MENTORS = "mentors", _("Mentors")

    STEPS: ClassVar = {"finish": Step((State.SENDING,), State.DONE)}

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=LONGEST)
    language = models.CharField(max_length=10)
    translations = models.JSONField(default=dict)  # language → the same, by a machine
    own_words = models.JSONField(default=list)  # the languages of these that the school wrote
    fills = models.BooleanField(default=False)  # {name}, {day}, {place} are filled for each
    to = models.CharField(max_length=10, choices=To)
    # One of them, or neither: the whole school.
    advisory = models.ForeignKey(Advisory, models.PROTECT, null=True, related_name="+")
    grade = models.CharField(max_length=10, default="", blank=True)
    is_urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.SENDING)
    tap = models.CharField(max_length=40, null=True)  # noqa: DJ001 (unique)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "tap"], name="one_broadcast_a_tap"),
            models.CheckConstraint(
                condition=Q(advisory__isnull=True) | Q(grade=""), name="broadcast_has_one_group"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "-at"])]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("conversations:broadcast", self.public_id)


class BroadcastLine(SchoolOwned):
    """One person who gets it, once. `public_id` is what their address to answer to carries."""

    broadcast = models.ForeignKey(Broadcast, models.CASCADE, related_name="lines")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    about = models.ForeignKey(Student, models.CASCADE, null=True, related_name="+")
    notice = models.ForeignKey(Notice, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)  # handed over to be delivered
    thread = models.ForeignKey(
        Thread, models.SET_NULL, null=True, related_name="+"
    )  # they answered

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["broadcast", "person"], name="one_line_a_person"),
        ]
        indexes: ClassVar = [models.Index(fields=["broadcast", "sent_at"])]

    def __str__(self) -> str:
        return self.public_id
