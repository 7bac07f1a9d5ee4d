"""What several adults whom a student chose say within six frames, each alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import Level, Scale
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class ProfileChoice(SchoolOwned):
    """A school whose students prepare profiles, and how many assessors each needs at least."""

    is_on = models.BooleanField(default=False)
    fewest = models.PositiveSmallIntegerField(default=3)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_profile_choice"),
            models.CheckConstraint(
                condition=Q(fewest__gte=2, fewest__lte=8), name="several_assessors"
            ),
        ]


class Profile(SchoolOwned):
    """One student's; on the scale that the school used when it was begun."""

    class State(models.TextChoices):
        JUDGING = "judging", _("Assessors are asked")
        READY = "ready", _("All words are open")

    STEPS: ClassVar = {"open": Step((State.JUDGING,), State.READY)}

    student = models.OneToOneField(Student, models.PROTECT, related_name="+")
    scale = models.ForeignKey(Scale, models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.JUDGING)
    begun_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state"])]

    def __str__(self) -> str:
        return str(self.student)

    def get_absolute_url(self) -> str:
        return url("moderation:profile", self.public_id)


class Assessor(SchoolOwned):
    """An adult of the school whom the student chose. Neither day: they have not answered."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="assessors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "person"], name="one_assessor_each"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "done_at", "declined_at"])]


class FrameWord(SchoolOwned):
    """What one person says within one frame. Without a level: they cannot say. Never changed."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="words")
    frame = models.CharField(max_length=12)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, null=True, related_name="+")
    words = models.TextField(max_length=2000, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "frame", "by"], name="one_word_a_frame"),
        ]
