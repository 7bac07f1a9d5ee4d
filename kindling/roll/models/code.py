"""What a mark may say, and how the school's other system calls it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import SchoolOwned


class Meaning(models.TextChoices):
    """How a mark counts. Sums are kept by these, so a code never changes its meaning."""

    PRESENT = "present", _("Present")
    LATE = "late", _("Late")
    EXCUSED = "excused", _("Absent, excused")
    UNEXCUSED = "unexcused", _("Absent, not excused")
    INTERNSHIP = "internship", _("Present, at the internship")


class Code(SchoolOwned):
    """A school's own code, or its own words for one that every school has (codes.STANDARD)."""

    letter = models.CharField(max_length=2)
    label = models.CharField(max_length=40)
    meaning = models.CharField(max_length=10, choices=Meaning)
    sis_code = models.CharField(max_length=20, default="", blank=True)
    is_retired = models.BooleanField(default=False)  # still read, not offered any more

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "letter"], name="one_code_per_letter"),
        ]

    def __str__(self) -> str:
        return self.label
