"""What is different on one date. It beats the week."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kindling.schedule.models.weeks import LETTERS, AnyBlock, Audience


class Change(Audience):
    """One date runs differently: for the school, a grade or an advisory.

    `weekday` and `letter` name the day whose plan holds (other_day); `starts_at` is when a late
    start begins, `ends_at` when a half day ends.
    """

    class Plan(models.TextChoices):
        OTHER_DAY = "other_day", _("Another day’s plan")
        LATE = "late", _("Late start")
        HALF = "half", _("Half day: school ends early")
        OWN = "own", _("A plan of its own")
        SAME = "same", _("The usual plan, without internships")

    on = models.DateField()
    plan = models.CharField(max_length=10, choices=Plan)
    note = models.CharField(max_length=120)  # why: families read it
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    letter = models.CharField(max_length=1, choices=LETTERS, default="", blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    has_internships = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(grade="") | Q(advisory__isnull=True), name="change_is_for_one_audience"
            ),
            models.UniqueConstraint(
                F("school"), F("on"), F("grade"), Coalesce(F("advisory"), 0),
                name="one_change_per_audience_and_day",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.note


class ChangedBlock(AnyBlock):
    """A block of a date that has a plan of its own."""

    change = models.ForeignKey(Change, models.CASCADE, related_name="blocks")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="changed_block_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%H:%M} {self.title}"
