"""The panel of one exhibition, from the moment it begins."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models

from kindling.exhibitions.models import Exhibition
from kindling.kit.addresses import url
from kindling.panels.sheet import Sheet
from kindling.schools.models import Person, SchoolOwned


class Panel(SchoolOwned):
    """What is looked at stands in `rubric` as it was when the panel began; it never changes."""

    exhibition = models.OneToOneField(Exhibition, models.PROTECT, related_name="panel")
    rubric: Any = models.JSONField()  # panels.sheet.Sheet
    began_at = models.DateTimeField()
    timer_at = models.DateTimeField(null=True)  # it runs since
    revealed_at = models.DateTimeField(null=True)  # everybody reads everybody; no form counts after
    revealed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # A line for each. What the forms said, put together by the panel.
    commendations = models.TextField(max_length=8000, default="", blank=True)
    recommendations = models.TextField(max_length=8000, default="", blank=True)
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "recorded_at"])]

    def __str__(self) -> str:
        return str(self.exhibition)

    def get_absolute_url(self) -> str:
        return url("panels:panel", self.exhibition.public_id)

    @property
    def sheet(self) -> Sheet:
        return Sheet.of(self.rubric)

    @property
    def is_revealed(self) -> bool:
        return self.revealed_at is not None

    @property
    def timer_ends_at(self) -> datetime | None:
        """When the time is up; None while no timer runs."""
        return self.timer_at + timedelta(minutes=self.exhibition.minutes) if self.timer_at else None


def lines_of(text: str) -> list[str]:
    """What was written, a line each, without signs before it."""
    lines = (line.strip().lstrip("-•*·").strip() for line in text.splitlines())
    return [line for line in lines if line]
