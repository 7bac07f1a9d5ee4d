"""A link to a page as it was when it was shared."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F

from kindling.portfolio.models.page import ShowPage
from kindling.portfolio.tokens import token_of
from kindling.schools.models import Person, SchoolOwned


class Share(SchoolOwned):
    """`shown`: the page as data, copied. It ends by itself, and can be stopped any time.

    `opened` counts how often, never by whom: nothing about a reader is kept.
    """

    page = models.ForeignKey(ShowPage, models.CASCADE, related_name="shares")
    shown = models.JSONField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until_on = models.DateField()  # the last day counts
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    opened = models.PositiveIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "stopped_at", "until_on"])]

    def __str__(self) -> str:
        return str(self.shown["title"])

    def is_open_on(self, day: date) -> bool:
        return self.stopped_at is None and self.until_on >= day

    def count_opening(self) -> None:
        """It was opened once more, by nobody in particular."""
        Share.objects.filter(pk=self.pk).update(opened=F("opened") + 1)

    @property
    def address(self) -> str:
        """The whole address, for whoever may copy it."""
        return f"{settings.BASE_URL}/shown/{token_of(self.public_id)}/"

    @property
    def pieces(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.shown["pieces"]
        return found
