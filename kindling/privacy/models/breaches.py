"""Something got lost, or somebody looked who should not: whom it touches, what is done by when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.inventory.words import TOPICS
from kindling.kit.addresses import url
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Breach(SchoolOwned):
    """One case."""

    class Kind(models.TextChoices):
        DEVICE = "device", _("A phone or computer was lost")
        LINK = "link", _("A link came into wrong hands")
        ACCOUNT = "account", _("Somebody else used an account")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    STEPS: ClassVar = {
        "close": Step((State.OPEN,), State.CLOSED),
        "open": Step((State.CLOSED,), State.OPEN),
    }

    kind = models.CharField(max_length=7, choices=Kind)
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # whose it was
    happened = models.TextField(max_length=4000)
    since_on = models.DateField()  # from when somebody else may have looked
    until_on = models.DateField()  # the last such day
    found_at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField(null=True)  # sessions and links of the person were ended

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "found_at"])]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("privacy:breach", self.public_id)


class Seen(SchoolOwned):
    """One student whose record may have been seen, and which topics of it."""

    breach = models.ForeignKey(Breach, models.CASCADE, related_name="seen")
    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    topics = models.JSONField(default=list)
    was_opened = models.BooleanField(default=False)  # a log says so; else it could have been

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["breach", "student"], name="one_seen_per_student"),
        ]

    @property
    def headings(self) -> list[str]:
        """The topics in words, in the order of the schedule."""
        return [str(TOPICS[topic].label) for topic in TOPICS if topic in self.topics]


class BreachDuty(SchoolOwned):
    """One thing that is due by a moment, and when it was done."""

    breach = models.ForeignKey(Breach, models.CASCADE, related_name="duties")
    key = models.CharField(max_length=12)  # of privacy.duties
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["breach", "key"], name="one_duty_per_key"),
        ]


class BreachLetter(SchoolOwned):
    """What was written to one human whom it touches."""

    breach = models.ForeignKey(Breach, models.CASCADE, related_name="letters")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    notice = models.ForeignKey(Notice, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["breach", "person"], name="one_letter_per_breach"),
        ]


class BreachWord(SchoolOwned):
    """One line of the log. Added to, never changed."""

    breach = models.ForeignKey(Breach, models.CASCADE, related_name="log")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["breach", "at"])]
