"""A few lines a week from the advisor to families, and what a machine made of them."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.history.steps import Step
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class WeekWords(SchoolOwned):
    """What families of an advisory, or of one student, read about one week."""

    week_on = models.DateField()  # its Monday
    advisory = models.ForeignKey(
        Advisory, models.CASCADE, null=True, blank=True, related_name="week_words"
    )
    student = models.ForeignKey(
        Student, models.CASCADE, null=True, blank=True, related_name="week_words"
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    language = models.CharField(max_length=10)  # in which it was written
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(advisory__isnull=True) ^ Q(student__isnull=True),
                name="week_words_are_to_an_advisory_or_a_student",
            ),
            models.UniqueConstraint(
                fields=["advisory", "week_on"],
                condition=Q(student__isnull=True),
                name="one_text_an_advisory_and_week",
            ),
            models.UniqueConstraint(
                fields=["student", "week_on"],
                condition=Q(advisory__isnull=True),
                name="one_text_a_student_and_week",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "week_on"])]

    def __str__(self) -> str:
        return f"{self.advisory or self.student} · {self.week_on}"

    @property
    def stamp(self) -> str:
        """Of the text as it stands: a translation of another text is none."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class WordsTranslation(SchoolOwned):
    """The lines of one week in another language, by a machine and marked so."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for the translator")
        READY = "ready", _("Translated by a machine")
        FAILED = "failed", _("The translator did not answer")

    STEPS: ClassVar = {
        "fill": Step((State.WAITING,), State.READY),
        "retry": Step((State.FAILED,), State.WAITING),
    }

    words = models.ForeignKey(WeekWords, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=10)
    stamp = models.CharField(max_length=64)  # of the text it is a translation of
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    text = models.TextField(default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["words", "language"], name="one_translation_of_words_a_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words} · {self.language}"
