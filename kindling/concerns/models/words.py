"""Words that a machine may put into another language, and that somebody may say with their voice."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from kindling.schools.models import Person, SchoolOwned
from kindling.uploads.models import Upload

TRIES_FOR = timedelta(days=3)  # so long a translator that was away is asked again


class Translated(SchoolOwned):
    """In the language they were written in, and what a machine made of them."""

    language = models.CharField(max_length=10)
    translations = models.JSONField(default=dict)  # language → the same, by a machine
    # The language a translator was asked for and that is not here yet; since when.
    awaited = models.CharField(max_length=10, default="", db_default="", blank=True)
    awaited_since = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar = []

    @property
    def is_awaited(self) -> bool:
        """A translation may still come."""
        since = self.awaited_since
        return bool(self.awaited and since and since > timezone.now() - TRIES_FOR)


class Spoken(Translated):
    """Written, recorded, or both."""

    text = models.TextField(max_length=4000, default="", blank=True)
    voice = models.ForeignKey(Upload, models.PROTECT, null=True, related_name="+")
    # What was said, written down by somebody who understood it.
    transcript = models.TextField(max_length=4000, default="", db_default="", blank=True)
    transcribed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True
        constraints: ClassVar = []
