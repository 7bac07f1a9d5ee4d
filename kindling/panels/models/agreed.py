"""Where the panel differed, and on what terms the student moves on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from kindling.kit.addresses import url
from kindling.panels.models.panel import Panel
from kindling.schools.models import Person, SchoolOwned


class Difference(SchoolOwned):
    """Two levels or more apart on one criterion: talked through, and noted here."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="differences")
    number = models.PositiveSmallIntegerField()  # of the criterion
    low = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    words = models.TextField(max_length=4000, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["panel", "number"], name="one_difference_per_criterion"
            ),
        ]
        ordering: ClassVar = ["panel", "number"]

    @property
    def is_talked(self) -> bool:
        return bool(self.words.strip())


class Condition(SchoolOwned):
    """Something that has to be done by a day."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="conditions")
    text = models.CharField(max_length=500)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="panel_conditions")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "done_at"])]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return url("panels:record", self.panel.exhibition.public_id)

    def is_late(self, today: date) -> bool:
        return self.done_at is None and self.due_on < today
