"""Who was missing when a course met. Who was there has no row."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.courses.models.course import Course, CoursePlace
from kindling.schools.models import Person, SchoolOwned


class CourseDay(SchoolOwned):
    """A course met on this day, or did not, and somebody said who was missing.

    It says nothing about the school's roll.
    """

    course = models.ForeignKey(Course, models.CASCADE, related_name="days")
    on = models.DateField()
    has_met = models.BooleanField(default=True)
    note = models.CharField(max_length=500, default="", blank=True)  # what was done, or why not
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["course", "on"], name="one_course_day_a_date"),
        ]

    def __str__(self) -> str:
        return str(self.on)


class Missing(SchoolOwned):
    """One student was late, or not there."""

    class Kind(models.TextChoices):
        LATE = "late", _("Late")
        ABSENT = "absent", _("Not there")
        EXCUSED = "excused", _("Excused")

    day = models.ForeignKey(CourseDay, models.CASCADE, related_name="missing")
    place = models.ForeignKey(CoursePlace, models.CASCADE, related_name="missing")
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "place"], name="one_missing_per_day_and_place"),
        ]

    def __str__(self) -> str:
        return f"{self.place} · {self.get_kind_display()}"
