"""What one student has to be at instead: a doctor, a college class."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kindling.people.models import Student
from kindling.schools.models import SchoolOwned
from kindling.ui.format import clock


class Commitment(SchoolOwned):
    """A student is elsewhere: on the days of a span, or on one weekday of it; all day or for hours.

    Its time is not expected at the internship.
    """

    class Kind(models.TextChoices):
        DOCTOR = "doctor", _("Doctor or therapy")
        COLLEGE = "college", _("College class")
        FAMILY = "family", _("Family")
        OTHER = "other", _("Something else")

    student = models.ForeignKey(Student, models.CASCADE, related_name="commitments")
    kind = models.CharField(max_length=10, choices=Kind)
    label = models.CharField(max_length=120, default="", blank=True)
    weekday = models.PositiveSmallIntegerField(
        null=True, blank=True
    )  # empty: every day of the span
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts
    starts_at = models.TimeField(null=True, blank=True)  # empty: all day
    ends_at = models.TimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="commitment_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="commitment_has_both_times_or_none",
            ),
            models.CheckConstraint(
                condition=Q(weekday__isnull=False) | Q(until_on__isnull=False),
                name="commitment_is_weekly_or_has_an_end",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "since_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.label or str(self.Kind(self.kind).label)

    @property
    def weekday_name(self) -> str:
        return "" if self.weekday is None else str(WEEKDAYS[self.weekday])

    def holds_on(self, day: date) -> bool:
        """Say whether the student is elsewhere on this day."""
        begun = self.since_on <= day and (self.until_on is None or day <= self.until_on)
        return begun and self.weekday in (None, day.weekday())

    @property
    def sentence(self) -> str:
        """What and when, for a list: "Biology 101, 12:00 to 3:00"."""
        if self.starts_at is None or self.ends_at is None:
            return self.title
        hours = {"start": clock(self.starts_at), "end": clock(self.ends_at)}
        return _now("%(what)s, %(start)s to %(end)s") % {"what": self.title, **hours}
