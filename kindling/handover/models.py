"""An advisor leaves: one letter for each student, which the student reads first."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Handover(SchoolOwned):
    """One advisor leaves one group; somebody takes over, perhaps not known yet."""

    advisory = models.ForeignKey(Advisory, models.PROTECT, related_name="handovers")
    leaving = models.ForeignKey(Person, models.PROTECT, related_name="+")
    next = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    last_on = models.DateField()  # the last day of who leaves
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["advisory", "leaving", "last_on"], name="one_handover_per_leaving"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "-last_on"])]

    def __str__(self) -> str:
        return f"{self.advisory} · {self.leaving}"

    def get_absolute_url(self) -> str:
        return url("handover:handover", self.public_id)


class Letter(SchoolOwned):
    """About one student. The fields are the draft; what was shown stands in its versions."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being written")
        SHOWN = "shown", _("The student reads it")
        ASKED = "asked", _("The student asks for a change")
        AGREED = "agreed", _("The student agrees")
        GIVEN = "given", _("Handed over")

    STEPS: ClassVar = {
        "show": Step((State.DRAFT, State.ASKED), State.SHOWN),
        "ask": Step((State.SHOWN,), State.ASKED),
        "agree": Step((State.SHOWN,), State.AGREED),
        "give": Step((State.AGREED,), State.GIVEN),
    }
    OPEN: ClassVar = (State.DRAFT, State.ASKED)  # words can be written
    FIELDS: ClassVar = ("who", "working_on", "works", "careful", "ahead")

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="letters")
    student = models.ForeignKey(Student, models.CASCADE, related_name="handover_letters")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    who = models.TextField(default="", blank=True)
    working_on = models.TextField(default="", blank=True)
    works = models.TextField(default="", blank=True)
    careful = models.TextField(default="", blank=True)
    ahead = models.TextField(default="", blank=True)
    given_to = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)  # the next advisor has read it

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["handover", "student"], name="one_letter_per_handover"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "state"]),
            models.Index(fields=["school", "state"]),
        ]

    def __str__(self) -> str:
        return str(self.student)

    def get_absolute_url(self) -> str:
        return url("handover:letter", self.public_id)


class Version(SchoolOwned):
    """A letter as it was shown to the student. Never changed."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    words = models.JSONField()  # field → text
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["letter", "number"], name="one_letter_version_per_number"
            ),
        ]


class Word(SchoolOwned):
    """What the student says to a version: a change they ask for, or words of their own. Never changed."""

    class Kind(models.TextChoices):
        ASK = "ask", _("Asks for a change")
        OWN = "own", _("In their own words")

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="words")
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=5, choices=Kind)
    text = models.TextField(max_length=4000)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["letter", "at"])]
