"""What belongs to an early end: a word for one adult alone, and the talk."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.kit.addresses import url
from kindling.placements.models.placement import Placement
from kindling.schools.models import Person, SchoolOwned


class PrivateWord(SchoolOwned):
    """Why, for one adult the writer chose. Nobody else reads it; each opening is kept."""

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="private_words")
    adult = models.ForeignKey(Person, models.PROTECT, related_name="private_words")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField(max_length=4000)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["adult", "-at"])]

    def __str__(self) -> str:
        return f"{self.placement}"

    def get_absolute_url(self) -> str:
        return url("placements:private", self.public_id)


class PrivateReading(SchoolOwned):
    """One opening of a private word."""

    word = models.ForeignKey(PrivateWord, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ExitTalk(SchoolOwned):
    """The talk at the end: when, with whom, what was said that others may read."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="exit_talks")
    held_on = models.DateField()
    who = models.CharField(max_length=300)
    note = models.TextField(max_length=2000)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["placement", "held_on"])]
