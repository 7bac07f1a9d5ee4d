"""Who promised to answer how students are, and what a student said to them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class MoodPromise(SchoolOwned):
    """One adult’s word: every student of this group (or of the school) hears from me in time."""

    class State(models.TextChoices):
        ASKED = "asked", _("Has not said yes yet")
        PROMISED = "promised", _("Promised")
        ENDED = "ended", _("Ended")

    STEPS: ClassVar = {
        "promise": Step((State.ASKED,), State.PROMISED),
        "end": Step((State.ASKED, State.PROMISED), State.ENDED),
    }

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    advisory = models.ForeignKey(Advisory, models.PROTECT, null=True, related_name="+")
    reply_hours = models.PositiveSmallIntegerField()
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    away_from = models.DateField(null=True)  # nobody is asked whose answer would fall in these days
    away_until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(state="ended"),
                name="one_live_mood_promise_per_person",
            ),
            models.CheckConstraint(
                condition=Q(away_from__isnull=True, away_until__isnull=True)
                | Q(away_until__gte=F("away_from")),
                name="mood_promise_away_has_both_days",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state"])]

    def __str__(self) -> str:
        return self.person.name


class Mood(SchoolOwned):
    """How a student said they are, on one day, to one adult. Never asked where nobody promised."""

    class State(models.TextChoices):
        SAID = "said", _("Waits for an answer")
        ANSWERED = "answered", _("Answered")

    class Feeling(models.IntegerChoices):
        VERY_BAD = 1, _("Very bad")
        BAD = 2, _("Bad")
        SO_SO = 3, _("So-so")
        GOOD = 4, _("Good")
        VERY_GOOD = 5, _("Very good")

    STEPS: ClassVar = {"answer": Step((State.SAID,), State.ANSWERED)}

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")  # who promised to answer
    feeling = models.PositiveSmallIntegerField(choices=Feeling)
    text = models.CharField(max_length=1000, default="", blank=True)
    on = models.DateField()
    said_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.SAID)
    answer = models.CharField(max_length=1000, default="", blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)  # when the student read the answer
    # From either moment on the principal reads it, too; the student reads that it is so.
    late_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "on"], name="one_mood_per_student_and_day"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "person", "state"]),
            models.Index(
                fields=["due_at"],
                condition=Q(state="said", late_at__isnull=True),
                name="mood_waiting_due",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id  # where a name shows by mistake, it must not tell

    def get_absolute_url(self) -> str:
        return url("moods:mood", self.public_id)

    @property
    def is_shared(self) -> bool:
        return bool(self.late_at or self.passed_at)
