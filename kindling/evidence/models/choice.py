"""What a school chooses about evidence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned


class EvidenceChoice(SchoolOwned):
    """Whether families see every piece, or only those a student shares with them."""

    family_sees_all = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_evidence_choice"),
        ]
