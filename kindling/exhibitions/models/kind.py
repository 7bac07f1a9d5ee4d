"""What kinds of exhibition a school holds, and for which grades."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.schools.models import SchoolOwned


class Format(models.TextChoices):
    PANEL = "panel", _("In front of a panel")
    GALLERY = "gallery", _("Gallery walk")
    GATEWAY = "gateway", _("Gateway")
    THESIS = "thesis", _("Senior thesis")
    CULMINATING = "culminating", _("Culminating exhibition")


class Kind(SchoolOwned):
    """One kind. Ended, it is offered no more; what was held as this kind keeps it."""

    Format = Format

    title = models.CharField(max_length=120)
    format = models.CharField(max_length=12, choices=Format, default=Format.PANEL)
    grades: Any = models.JSONField(default=list, blank=True)  # of Student.grade; empty: every grade
    minutes = models.PositiveSmallIntegerField(default=45)
    quorum = models.PositiveSmallIntegerField(default=3)  # panelists who come, the advisor counted
    # The rubric by its key: the version that is published then. `criteria` are the identifiers of
    # those the school picked; empty: all of them.
    rubric_key = models.CharField(max_length=60, default="exhibition", blank=True)
    criteria: Any = models.JSONField(default=list, blank=True)
    focus = models.TextField(max_length=1000, default="", blank=True)
    requirements = models.TextField(max_length=2000, default="", blank=True)  # a line for each
    rehearsals = models.PositiveSmallIntegerField(default=1)  # before the date
    pieces = models.PositiveSmallIntegerField(default=1)  # of evidence that are shown
    is_public = models.BooleanField(default=True)  # in the programme that anybody can open
    order = models.PositiveSmallIntegerField(default=1)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        indexes: ClassVar = [models.Index(fields=["school", "ended_at", "order"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("exhibitions:kind", self.public_id)

    def fits(self, grade: str) -> bool:
        """Say whether students of this grade hold it."""
        return not self.grades or grade in self.grades

    @property
    def lines(self) -> list[str]:
        """What the school asks for beforehand, a line each."""
        return [line.strip() for line in self.requirements.splitlines() if line.strip()]


class ProgrammeChoice(SchoolOwned):
    """Whether anybody can open the programme. Without a row: nobody."""

    is_open = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_programme_choice"),
        ]
