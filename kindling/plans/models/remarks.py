"""What those around a student say to a plan. They write beside it, never in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.plans.models.items import PlanItem
from kindling.plans.models.plans import Party, Plan
from kindling.schools.models import Person, SchoolOwned


class Remark(SchoolOwned):
    """A sentence about a plan, or about one of its items. Never changed."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="remarks")
    item = models.ForeignKey(PlanItem, models.SET_NULL, null=True, related_name="remarks")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    party = models.CharField(max_length=8, choices=Party, default="", blank=True)  # as whom
    text = models.TextField(max_length=2000)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["plan", "at"])]

    def __str__(self) -> str:
        return self.text
