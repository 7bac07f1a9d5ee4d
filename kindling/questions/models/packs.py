"""Questions that go along with a tap, for a while, and what was answered."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.attendance.models import Day
from kindling.history.steps import Step
from kindling.schools.models import Person, SchoolOwned


class Pack(SchoolOwned):
    """A few questions for the whole school, a grade or an advisory, from one day until another."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        LIVE = "live", _("Asked")
        ENDED = "ended", _("Ended")

    class Moment(models.TextChoices):
        CHECK_IN = "check_in", _("When a student arrives")
        CHECK_OUT = "check_out", _("When a student leaves")

    STEPS: ClassVar = {
        "publish": Step((State.DRAFT,), State.LIVE),
        "end": Step((State.LIVE,), State.ENDED),
    }

    label = models.CharField(max_length=120)
    moment = models.CharField(max_length=10, choices=Moment, default=Moment.CHECK_OUT)
    grade = models.CharField(max_length=10, default="", blank=True)
    advisory = models.ForeignKey(Advisory, models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day counts
    is_shared = models.BooleanField(default=True)  # the student reads what the mentor answers
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="pack_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(grade="") | Q(advisory__isnull=True), name="pack_has_one_audience"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "ends_on"])]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("questions:pack", args=[self.public_id])

    def is_asked_on(self, day: date) -> bool:
        return self.state == self.State.LIVE and self.starts_on <= day <= self.ends_on


class Question(SchoolOwned):
    """One question, in words for the student, for the mentor, or for both. Its words never change."""

    class Kind(models.TextChoices):
        TEXT = "text", _("A short text")
        SCALE = "scale", _("From 1 to 4")
        YES_NO = "yes_no", _("Yes or no")
        CHOICE = "choice", _("One of several")

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.TEXT)
    for_student = models.CharField(max_length=200, default="", blank=True)
    for_mentor = models.CharField(max_length=200, default="", blank=True)
    options = models.JSONField(default=list, blank=True)  # of a choice: texts
    retired_at = models.DateTimeField(null=True)  # another one took its place

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(for_student="") | ~Q(for_mentor=""), name="question_asks_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.for_student or self.for_mentor


class Answer(SchoolOwned):
    """What one side answered on one day, with the words in which it was asked."""

    class Side(models.TextChoices):
        STUDENT = "student", _("Student")
        MENTOR = "mentor", _("Mentor")

    day = models.ForeignKey(Day, models.CASCADE, related_name="+")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    side = models.CharField(max_length=7, choices=Side)
    asked = models.CharField(max_length=200)
    text = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["day", "question", "side"], name="one_answer_per_side_and_day"
            ),
        ]
