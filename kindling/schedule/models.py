"""Days on which there is no school, for all or for one place."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.schools.models import School, SchoolOwned


class Closure(SchoolOwned):
    """No school from one day to another, both counted. A snow day lasts one day."""

    label = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="closure_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "starts_on"])]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def between(cls, school: School, first: date, last: date) -> models.QuerySet[Closure]:
        """Return the closures that touch the days from `first` to `last`, both counted."""
        touching = cls.objects.filter(school=school, starts_on__lte=last, ends_on__gte=first)
        return touching.order_by("starts_on", "pk")
