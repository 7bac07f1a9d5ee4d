"""Somebody worries about a student: strengths first, the student's own voice, who does what."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Concern(SchoolOwned):
    """What is difficult for a student now, and who carries it."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        IN_HAND = "in_hand", _("In hand")
        CLOSED = "closed", _("Closed")

    STEPS: ClassVar = {
        "take": Step((State.OPEN,), State.IN_HAND),
        "close": Step((State.OPEN, State.IN_HAND), State.CLOSED),
        "reopen": Step((State.CLOSED,), State.IN_HAND),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    strengths = models.TextField(max_length=2000)
    text = models.TextField(max_length=2000)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    look_on = models.DateField()  # when somebody looks again
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    student_reads = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "look_on"]),
            models.Index(fields=["school", "student", "state"]),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("support:concern", self.public_id)

    @property
    def is_open(self) -> bool:
        return self.state != self.State.CLOSED


class ConcernWord(SchoolOwned):
    """What somebody said, or does until a day. Its words are never changed."""

    class Kind(models.TextChoices):
        VOICE = "voice", _("What the student says")
        ACTION = "action", _("Somebody does something")
        LOOK = "look", _("Looked again")
        END = "end", _("How it ended")

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="words")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    owner = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # of an action
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind="action") | Q(owner__isnull=False, due_on__isnull=False),
                name="concern_action_has_owner_and_day",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["school", "owner", "due_on"], condition=Q(done_at__isnull=True),
                name="concern_action_open",
            ),
        ]  # fmt: skip


class ConcernReader(SchoolOwned):
    """One more adult of the school who may read this concern."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["concern", "person"], condition=Q(until_at__isnull=True),
                name="one_open_reader_per_concern",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(fields=["person", "until_at"])]


class ConcernReading(SchoolOwned):
    """Somebody of the school opened the concern."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["concern", "-at"])]
