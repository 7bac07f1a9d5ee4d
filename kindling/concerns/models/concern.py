"""A family's concern: raised, given to somebody who answers by a day, answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.concerns.models.words import Spoken
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person


class FamilyConcern(Spoken):
    """One thing that weighs on a family. Exactly one person of the school keeps it."""

    class About(models.TextChoices):
        SCHOOL = "school", _("The school")
        PLACE = "place", _("The internship")
        GROWN_UP = "grown_up", _("A grown-up")
        WAY = "way", _("Getting there and back")
        LEARNING = "learning", _("Learning")
        SAFETY = "safety", _("Somebody could get hurt, or was hurt")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        RAISED = "raised", _("Arrived")
        ASSIGNED = "assigned", _("Somebody is on it")
        ANSWERED = "answered", _("Answered")
        HELPED = "helped", _("The answer helped")

    class Wants(models.TextChoices):
        CALL = "call", _("Please call me")
        MEET = "meet", _("I want to meet")

    STEPS: ClassVar = {
        "assign": Step((State.RAISED, State.ASSIGNED), State.ASSIGNED),
        "answer": Step((State.RAISED, State.ASSIGNED), State.ANSWERED),
        "help": Step((State.ANSWERED,), State.HELPED),
        "talk": Step((State.ANSWERED,), State.ASSIGNED),
    }
    OPEN: ClassVar = (State.RAISED, State.ASSIGNED)

    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    tap = models.CharField(max_length=40)  # of the form: twice is once
    about = models.CharField(max_length=10, choices=About)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # it is about
    to_principal = models.BooleanField(default=False)
    student_reads = models.BooleanField(default=False)
    keeper = models.ForeignKey(Person, models.PROTECT, related_name="+")
    due_on = models.DateField()  # the last day on which it is answered
    state = models.CharField(max_length=10, choices=State, default=State.RAISED)
    late_on = models.DateField(null=True)  # when whoever answers for the keeper was last told
    wants = models.CharField(max_length=5, choices=Wants, default="", blank=True)
    wants_when = models.CharField(max_length=200, default="", blank=True)
    again_at = models.DateTimeField(null=True)  # once they asked to talk, and no second time

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "by", "tap"], name="one_concern_a_tap"),
            models.CheckConstraint(
                condition=~Q(text="") | Q(voice__isnull=False), name="concern_says_something"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | ~Q(person=models.F("keeper")),
                name="nobody_keeps_a_concern_about_themselves",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "due_on"]),
            models.Index(fields=["student", "by"]),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("concerns:concern", self.public_id)

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < self.school.today()

    @property
    def may_talk(self) -> bool:
        """They may ask to talk once."""
        return self.state == self.State.ANSWERED and self.again_at is None
