"""Which credentials hold no more, as everybody may ask."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from kindling.schools.models import SchoolOwned


class StatusList(SchoolOwned):
    """131,072 bits under the school's seal: a bit is set when that credential is revoked.

    A credential has a place drawn by chance, so that nobody reads from it who got one when.
    """

    SIZE: ClassVar = 131_072

    number = models.PositiveSmallIntegerField(default=1)
    document = models.TextField(default="", blank=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "number"], name="one_status_list_per_number"),
        ]

    @property
    def address(self) -> str:
        return f"{settings.BASE_URL}/credentials/status/{self.school.slug}/{self.number}/"
