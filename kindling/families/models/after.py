"""What a family says after an exhibition, in writing or with its voice, in its own language."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kindling.exhibitions.models import Exhibition
from kindling.schools.models import Person, SchoolOwned
from kindling.uploads.models import Upload


class AfterWord(SchoolOwned):
    """One family member's word about one exhibition. Written once; they may take it back."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="after_words")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    tap = models.CharField(max_length=40)  # of the form: twice is once
    text = models.TextField(max_length=2000, default="", blank=True)
    language = models.CharField(max_length=10)
    voice = models.ForeignKey(Upload, models.PROTECT, null=True, related_name="+")
    # What was said, written down by somebody who understood it.
    transcript = models.TextField(max_length=4000, default="", blank=True)
    transcribed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "by", "tap"], name="one_after_word_a_tap"),
            models.CheckConstraint(
                condition=~Q(text="") | Q(voice__isnull=False) | Q(taken_back_at__isnull=False),
                name="after_word_says_something",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["exhibition", "taken_back_at"])]

    def __str__(self) -> str:
        return f"{self.by} · {self.exhibition}"
