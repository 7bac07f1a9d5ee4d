"""A weekday of an internship."""

from __future__ import annotations

from datetime import time
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.placements.timetable import named_day
from kindling.schools.models import SchoolOwned


class PlannedDay(SchoolOwned):
    """A weekday on which the student is expected at the site, from one date until another.

    Dated, so that a new timetable does not rewrite which days were expected before it.
    """

    placement = models.ForeignKey(
        "placements.Placement", models.CASCADE, related_name="planned_days"
    )
    weekday = models.PositiveSmallIntegerField()  # Monday is 0
    letter = models.CharField(max_length=1, default="", blank=True)  # A or B weeks; "": every week
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="planned_day_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(weekday__gte=0, weekday__lte=6), name="planned_day_is_a_weekday"
            ),
            models.UniqueConstraint(
                fields=["placement", "weekday", "letter", "since_on"],
                name="one_time_per_planned_weekday",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "weekday", "placement"])]

    @property
    def weekday_name(self) -> str:
        """The day in the reader's language."""
        return named_day(self.weekday, self.letter)

    @property
    def times(self) -> tuple[time, time]:
        return self.starts_at, self.ends_at
