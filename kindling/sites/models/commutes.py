"""How long it takes from school to a place and back, by the timetable in use."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned
from kindling.sites.models.offers import Opportunity

MATTERS = frozenset({"starts_at", "ends_at", "days", "latitude", "longitude"})


class Commute(SchoolOwned):
    """Door to door at the place's own hours, on the worst of the days that have a way.

    Worked out in the background where school and site have a position and the hours are known.
    Without minutes there is no way by bus or train and on foot: it needs a car.
    """

    TELLS_WHAT_WAS: ClassVar = True  # a merge leaves it behind: it is worked out again

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, related_name="commute")
    minutes = models.PositiveSmallIntegerField(null=True)
    leave_at = models.TimeField(null=True)
    arrive_at = models.TimeField(null=True)
    home_minutes = models.PositiveSmallIntegerField(null=True)
    home_leave_at = models.TimeField(null=True)
    home_at = models.TimeField(null=True)
    days = models.CharField(max_length=20, default="", blank=True)  # with a way; Monday is 0

    made_of = models.CharField(
        max_length=160, default=""
    )  # where and when: a change makes it stale

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "minutes"])]

    @classmethod
    def forget(cls, changed: Collection[str], **which: object) -> None:
        """Where or when has changed: the clock works these places out again."""
        if not MATTERS.isdisjoint(changed):
            cls.objects.filter(**which).delete()

    @property
    def needs_car(self) -> bool:
        return self.minutes is None

    @property
    def weekdays(self) -> list[int]:
        return [int(day) for day in self.days.split(",") if day]
