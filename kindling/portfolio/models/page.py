"""A page for one audience: chosen pieces in an order, with words for these readers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.evidence.models import Evidence
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class ShowPage(SchoolOwned):
    """What a student wants somebody to see. It may change; what was shared stays as it was."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="show_pages")
    title = models.CharField(max_length=120)
    audience = models.CharField(max_length=120)  # for whom, in the student's words
    intro = models.TextField(max_length=4000, default="", blank=True)
    changed_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-changed_at"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("portfolio:page", self.public_id)


class ShownPiece(SchoolOwned):
    """One piece on a page."""

    page = models.ForeignKey(ShowPage, models.CASCADE, related_name="pieces")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    words = models.TextField(max_length=4000, default="", blank=True)  # for these readers
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "evidence"], name="a_piece_once_on_a_page"),
        ]
        indexes: ClassVar = [models.Index(fields=["page", "position"])]
