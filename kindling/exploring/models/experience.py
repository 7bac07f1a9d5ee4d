"""What counts besides hours: a shadow day or an interview."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Experience(SchoolOwned):
    """A shadow day or an interview: the student says it, staff verify it, then it counts."""

    class Kind(models.TextChoices):
        SHADOW = "shadow", _("Shadow day")
        INTERVIEW = "interview", _("Interview")

    class State(models.TextChoices):
        ENTERED = "entered", _("Waits to be verified")
        VERIFIED = "verified", _("Counts")
        DECLINED = "declined", _("Does not count")
        TAKEN_BACK = "taken_back", _("Taken back")

    STEPS: ClassVar = {
        "verify": Step((State.ENTERED, State.DECLINED), State.VERIFIED),
        "decline": Step((State.ENTERED, State.VERIFIED), State.DECLINED),
        "take_back": Step((State.ENTERED,), State.TAKEN_BACK),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="experiences")
    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField()
    place = models.CharField(max_length=200)
    who = models.CharField(max_length=200, default="", blank=True)  # whom they met
    minutes = models.PositiveSmallIntegerField(default=0)
    learned = models.TextField(max_length=2000, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.ENTERED)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_why = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["student", "on"]),
            models.Index(fields=["school", "on"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.place}"

    def get_absolute_url(self) -> str:
        return url("exploring:student", self.student.public_id)
