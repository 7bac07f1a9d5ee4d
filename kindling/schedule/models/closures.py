"""Days on which there is no school, or no internship, for all or for some grades."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import School, SchoolOwned


class Closure(SchoolOwned):
    """No school from one day to another, both counted. A snow day lasts one day.

    On an exam day the school is open: only internships do not take place. With `grades` ("101,201")
    it is about these grades only, and the school is open for the others.
    """

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", _("Holiday")
        BREAK = "break", _("Break")
        EXAM = "exam", _("Exam day: school is open, no internships")
        STAFF = "staff", _("Staff day")
        SNOW = "snow", _("Snow day")
        OTHER = "other", _("Something else")

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    label = models.CharField(max_length=120)
    grades = models.CharField(max_length=120, default="", blank=True)  # with commas; "": all
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="closure_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["school", "starts_on"], condition=Q(kind="snow"), name="one_snow_day_a_day"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "starts_on"])]

    def __str__(self) -> str:
        return self.label

    @property
    def grade_list(self) -> list[str]:
        return [grade for grade in self.grades.split(",") if grade]

    @property
    def shuts_school(self) -> bool:
        """Whether nobody comes to school on these days."""
        return self.kind != self.Kind.EXAM and not self.grades

    @classmethod
    def between(cls, school: School, first: date, last: date) -> models.QuerySet[Closure]:
        """Return the closures that touch the days from `first` to `last`, both counted."""
        touching = cls.objects.filter(school=school, starts_on__lte=last, ends_on__gte=first)
        return touching.order_by("starts_on", "pk")
