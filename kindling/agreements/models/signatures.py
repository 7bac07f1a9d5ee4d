"""A name under a text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.agreements.models.agreements import Agreement, Signer, Wording
from kindling.schools.models import Person, SchoolOwned


class Signature(SchoolOwned):
    """Somebody signed these words. Never changed; another wording sets it aside."""

    TELLS_WHAT_WAS: ClassVar = True  # a merge of two entries rewrites none (sites.references)

    class Way(models.TextChoices):
        TYPED = "typed", _("Typed name")
        DRAWN = "drawn", _("Drawn by hand")

    signer = models.ForeignKey(Signer, models.CASCADE, related_name="signatures")
    wording = models.ForeignKey(Wording, models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    way = models.CharField(max_length=5, choices=Way)
    name = models.CharField(max_length=200)  # as they typed it, or as the school knows them
    drawing = models.TextField(max_length=20_000, default="", blank=True)  # strokes.py
    language = models.CharField(max_length=10)  # in which they read it
    at = models.DateTimeField()
    by_link = models.BooleanField(default=False)
    set_aside_at = models.DateTimeField(null=True)  # taken back, or the words have changed

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["signer"],
                condition=Q(set_aside_at__isnull=True),
                name="one_signature_that_counts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def counted(cls, agreement: Agreement) -> models.QuerySet[Signature]:
        """The names that count under the words of today, with whose they are."""
        rows = cls.objects.filter(signer__agreement=agreement, set_aside_at__isnull=True)
        return rows.select_related("signer", "person")
