"""When each piece of work by the clock last ran."""

from django.db import models


class Chore(models.Model):
    """One row per registered chore. A worker claims it by compare-and-set on last_at."""

    name = models.CharField(max_length=100, unique=True)
    last_at = models.DateTimeField(null=True)
    took_ms = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=500, default="", blank=True)

    def __str__(self) -> str:
        return self.name
