"""How far somebody has come: any number of levels, counted up or down."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import SchoolOwned


class Scale(SchoolOwned):
    """The levels of one version of a framework or of a rubric; it changes only with a draft."""

    class Direction(models.TextChoices):
        UP = "up", _("The highest number is the furthest")
        DOWN = "down", _("1 is the furthest")

    name = models.CharField(max_length=120)
    direction = models.CharField(max_length=4, choices=Direction, default=Direction.UP)

    def __str__(self) -> str:
        return self.name


class Level(SchoolOwned):
    """One step of a scale. `position`: 1 is the beginning, whatever the school writes beside it."""

    scale = models.ForeignKey(Scale, models.CASCADE, related_name="levels")
    position = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=12)  # what the school writes: "3", "met", "A"
    label = models.CharField(max_length=120)
    text = models.TextField(max_length=1000, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scale", "position"], name="one_level_per_position"),
        ]
        ordering: ClassVar = ["scale", "position"]

    def __str__(self) -> str:
        return f"{self.mark} {self.label}" if self.mark != self.label else self.label
