"""What is done before the date: the school's own points, and rehearsals."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.exhibitions.models.exhibition import Exhibition
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Check(SchoolOwned):
    """The student says that one line of the kind's requirements is done."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="checks")
    line = models.CharField(max_length=300)  # its words: another line asks anew
    done_at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["exhibition", "line"], name="one_check_per_line"),
        ]


class Rehearsal(SchoolOwned):
    """The exhibition practised in front of others."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="rehearsals")
    on = models.DateField()
    place = models.CharField(max_length=120, default="", blank=True)
    question = models.CharField(max_length=300, default="", blank=True)  # what to look at
    changes = models.TextField(max_length=2000, default="", blank=True)  # what I change after it

    class Meta:
        indexes: ClassVar = [models.Index(fields=["exhibition", "on"])]

    def get_absolute_url(self) -> str:
        return url("exhibitions:rehearsal", self.public_id)


class Feedback(SchoolOwned):
    """What somebody who was asked said after a rehearsal: warm, and cool. Empty until said."""

    rehearsal = models.ForeignKey(Rehearsal, models.CASCADE, related_name="feedback")
    person = models.ForeignKey(Person, models.CASCADE, related_name="rehearsed")
    warm = models.TextField(max_length=2000, default="", blank=True)
    cool = models.TextField(max_length=2000, default="", blank=True)
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["rehearsal", "person"], name="one_feedback_each"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "said_at"])]
