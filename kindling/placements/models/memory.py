"""What an intern lets later students read of an internship."""

from __future__ import annotations

from django.db import models

from kindling.placements.models.placement import Placement
from kindling.schools.models import Person, SchoolOwned


class Memory(SchoolOwned):
    """The student's own words about what they made, shown at the place. No row: nothing is shown.

    Their yes alone makes it; it can be taken back at any time, and then nobody reads it.
    """

    placement = models.OneToOneField(Placement, models.CASCADE, related_name="memory")
    shown_as = models.CharField(max_length=80, default="", blank=True)  # "" for "a student"
    made = models.CharField(max_length=300)
    project = models.CharField(max_length=200, default="", blank=True)
    said_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.made
