"""The first page of a year: the same questions, answered by the student and by the family."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned, SchoolYear


class Voice(models.TextChoices):
    """Who answers."""

    STUDENT = "student", _("Student")
    FAMILY = "family", _("Family")


class CoverSheet(SchoolOwned):
    """One student's cover sheet of one school year.

    Nobody reads the other's answers before both have handed in.
    """

    student = models.ForeignKey(Student, models.PROTECT, related_name="cover_sheets")
    year = models.ForeignKey(SchoolYear, models.PROTECT, related_name="+")
    student_at = models.DateTimeField(null=True)  # handed in
    family_at = models.DateTimeField(null=True)
    family_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)  # the last letter to the family

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "year"], name="one_cover_sheet_per_year"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "year"])]

    def __str__(self) -> str:
        return f"{self.student} · {self.year}"

    def get_absolute_url(self) -> str:
        return url("plans:cover", self.public_id)

    @property
    def is_open_to_both(self) -> bool:
        """Both have handed in: now each reads the other."""
        return self.student_at is not None and self.family_at is not None

    def is_in(self, voice: str) -> bool:
        moment = self.student_at if voice == Voice.STUDENT else self.family_at
        return moment is not None


class CoverAnswer(SchoolOwned):
    """One voice's answer to one question."""

    sheet = models.ForeignKey(CoverSheet, models.CASCADE, related_name="answers")
    voice = models.CharField(max_length=7, choices=Voice)
    key = models.CharField(max_length=12)  # of plans.questions.COVER
    text = models.TextField(max_length=4000, default="", blank=True)
    language = models.CharField(max_length=10, default="en")  # in which it was asked
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sheet", "voice", "key"], name="one_cover_answer_per_question"
            ),
        ]
