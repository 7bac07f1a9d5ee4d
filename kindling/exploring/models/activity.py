"""What an advisor gives a student to find out, and what comes of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from kindling.exploring.bank.activities import STANDARD, Theme
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Activity(SchoolOwned):
    """A school's own activity, or its own words for one of the bank (`key` names which)."""

    key = models.CharField(max_length=30, default="", blank=True)
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=3000)
    theme = models.CharField(max_length=12, choices=Theme, default=Theme.ME)
    minutes = models.PositiveSmallIntegerField(default=30)
    wants_photo = models.BooleanField(default=False)
    is_retired = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "key"], condition=~Q(key=""), name="one_activity_per_key"
            ),
        ]

    def __str__(self) -> str:
        return self.title


def photo_path(assignment: Assignment, _name: str) -> str:
    """A name nobody can guess, without the name the phone gave it."""
    return f"exploring/{assignment.school.public_id}/{get_random_string(24)}.jpg"


class Assignment(SchoolOwned):
    """One activity given to one student. Its words stay as they were given."""

    class State(models.TextChoices):
        # In the order in which lists show them.
        HANDED_IN = "handed_in", _("Handed in")
        RETURNED = "returned", _("Look at it again")
        BEGUN = "begun", _("Begun")
        GIVEN = "given", _("Not begun")
        SEEN = "seen", _("Seen")

    STEPS: ClassVar = {
        "begin": Step((State.GIVEN, State.BEGUN, State.RETURNED), State.BEGUN),
        "hand_in": Step((State.GIVEN, State.BEGUN, State.RETURNED), State.HANDED_IN),
        "see": Step((State.HANDED_IN,), State.SEEN),
        "return": Step((State.HANDED_IN,), State.RETURNED),
    }
    OPEN: ClassVar = (State.GIVEN, State.BEGUN, State.RETURNED)

    student = models.ForeignKey(Student, models.CASCADE, related_name="assignments")
    key = models.CharField(max_length=30, default="", blank=True)  # of the bank, in its words
    own_title = models.CharField(max_length=120, default="", blank=True)
    own_text = models.TextField(max_length=3000, default="", blank=True)
    minutes = models.PositiveSmallIntegerField(default=30)
    wants_photo = models.BooleanField(default=False)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    given_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.GIVEN)
    words = models.TextField(max_length=8000, default="", blank=True)
    photo = models.FileField(upload_to=photo_path, max_length=200, blank=True)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    reply = models.TextField(max_length=2000, default="", blank=True)
    reply_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["student", "state"]),
            models.Index(fields=["school", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.title}"

    def get_absolute_url(self) -> str:
        return url("exploring:assignment", self.public_id)

    @property
    def title(self) -> str:
        """As it was given; one of the bank in the reader's language."""
        return self.own_title or str(STANDARD[self.key].title)

    @property
    def text(self) -> str:
        return self.own_text or str(STANDARD[self.key].text)
