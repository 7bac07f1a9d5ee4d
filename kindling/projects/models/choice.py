"""What a school chose about projects."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.schools.models import School, SchoolOwned


class ProjectChoice(SchoolOwned):
    """One row per school at most; without it the defaults hold."""

    meets_from_weeks = models.PositiveSmallIntegerField(default=2)  # after the internship's start
    meets_until_weeks = models.PositiveSmallIntegerField(default=4)
    # When advisors are free on internship days; empty: nobody knows, and they are asked.
    meets_at = models.TimeField(null=True, blank=True)
    needs_mentor = models.BooleanField(default=True)  # a yes of the mentor, where there is one

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_project_choice_per_school"),
            models.CheckConstraint(
                condition=Q(meets_until_weeks__gte=F("meets_from_weeks")),
                name="project_meetings_end_after_they_begin",
            ),
        ]

    @classmethod
    def of(cls, school: School) -> ProjectChoice:
        """Return what holds at the school. One statement."""
        return cls.objects.filter(school=school).first() or cls(school=school)
