"""The week that repeats: its blocks, for whom it holds, and where A and B weeks begin."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.schools.models import SchoolOwned


class Kind(models.TextChoices):
    """What a block of the day is for."""

    ADVISORY = "advisory", _("Advisory")
    TOGETHER = "together", _("Pick-me-up or community meeting")
    CLASS = "class", _("Class or workshop")
    WORK = "work", _("Independent work")
    INTERNSHIP = "internship", _("Internship")
    LUNCH = "lunch", _("Lunch")
    OTHER = "other", _("Something else")


LETTERS = [("", _("Every week")), ("A", _("A weeks")), ("B", _("B weeks"))]


class Audience(SchoolOwned):
    """For the whole school, one grade, or one advisory. The most specific wins."""

    grade = models.CharField(max_length=10, default="", blank=True)
    advisory = models.ForeignKey(Advisory, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def specificity(self) -> int:
        """2 for an advisory, 1 for a grade, 0 for the whole school."""
        return 2 if self.advisory_id else 1 if self.grade else 0

    @property
    def audience(self) -> str:
        """For whom, in words."""
        if self.advisory is not None:
            return self.advisory.name
        if self.grade:
            return _now("Grade %(grade)s") % {"grade": self.grade}
        return _now("Whole school")


class Week(Audience):
    """A weekly schedule, from a day on, until a day or until a newer one for the same people."""

    name = models.CharField(max_length=60)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(grade="") | Q(advisory__isnull=True), name="week_is_for_one_audience"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="week_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                F("school"), F("grade"), Coalesce(F("advisory"), 0), F("since_on"),
                name="one_week_per_audience_and_day",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(fields=["school", "since_on"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("schedule:week", args=[self.public_id])


class AnyBlock(SchoolOwned):
    """A piece of a day: what for, and from when to when by the clock on the school's wall."""

    kind = models.CharField(max_length=12, choices=Kind)
    label = models.CharField(max_length=60, default="", blank=True)
    starts_at = models.TimeField()
    ends_at = models.TimeField()

    class Meta:
        abstract = True

    @property
    def title(self) -> str:
        """What stands on the plan: the school's own name for it, or the kind."""
        return self.label or str(Kind(self.kind).label)


class Block(AnyBlock):
    """A block on a weekday of a week that repeats; in every week, or in A or B weeks."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="blocks")
    letter = models.CharField(max_length=1, choices=LETTERS, default="", blank=True)
    weekday = models.PositiveSmallIntegerField()  # Monday is 0

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="block_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(weekday__gte=0, weekday__lte=6), name="block_is_on_a_weekday"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["week", "weekday"])]

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]} {self.starts_at:%H:%M} {self.title}"


class Anchor(SchoolOwned):
    """The week of this Monday is week A. Weeks alternate from it until the next row."""

    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "on"], name="one_anchor_a_week"),
        ]

    def __str__(self) -> str:
        return str(self.on)
