"""What is shown, and to whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.evidence.models import Evidence
from kindling.exhibitions.models.exhibition import Exhibition
from kindling.exhibitions.models.panelist import Panelist
from kindling.schools.models import SchoolOwned


class Material(SchoolOwned):
    """A piece of the student’s evidence that belongs to this exhibition."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="materials")
    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["exhibition", "evidence"], name="one_material_per_piece"
            ),
        ]
        ordering: ClassVar = ["exhibition", "order", "pk"]

    def __str__(self) -> str:
        return str(self.evidence)


class Tick(SchoolOwned):
    """This panelist may see this piece beforehand. Only the student ticks."""

    material = models.ForeignKey(Material, models.CASCADE, related_name="ticks")
    panelist = models.ForeignKey(Panelist, models.CASCADE, related_name="ticks")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["material", "panelist"], name="one_tick_per_panelist"),
        ]
