"""The page that a student writes with their advisor, the pieces they show, the school's own words."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class SchoolProfile(SchoolOwned):
    """What a reader has to know of the school in half a minute. It stands on every transcript."""

    FIELDS: ClassVar = ("about", "learning", "assessment", "contact")

    about = models.TextField(max_length=1500, default="", blank=True)
    learning = models.TextField(max_length=1500, default="", blank=True)
    assessment = models.TextField(max_length=1500, default="", blank=True)
    contact = models.TextField(max_length=500, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_school_profile"),
        ]


class Draft(SchoolOwned):
    """One page, by the student with their advisor, out of the narratives (kit/editing)."""

    class State(models.TextChoices):
        WRITING = "writing", _("Being written")
        READY = "ready", _("The student says it is ready")
        AGREED = "agreed", _("Agreed by both")

    FIELDS: ClassVar = ("who", "learned", "work", "proud", "ahead")
    STEPS: ClassVar = {
        "hand_in": Step((State.WRITING,), State.READY),
        "agree": Step((State.READY,), State.AGREED),
        "reopen": Step((State.READY, State.AGREED), State.WRITING),
    }

    student = models.OneToOneField(Student, models.PROTECT, related_name="transcript_draft")
    state = models.CharField(max_length=7, choices=State, default=State.WRITING)
    since = models.DateTimeField()  # in this state
    who = models.TextField(default="", blank=True)
    learned = models.TextField(default="", blank=True)
    work = models.TextField(default="", blank=True)
    proud = models.TextField(default="", blank=True)
    ahead = models.TextField(default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "since"])]

    def get_absolute_url(self) -> str:
        return url("transcripts:draft", self.student.public_id)

    @property
    def texts(self) -> list[str]:
        """What is written, in the order of reading."""
        return [getattr(self, field) for field in self.FIELDS]

    @property
    def word_count(self) -> int:
        return sum(len(text.split()) for text in self.texts)


class Picked(SchoolOwned):
    """A piece of evidence that readers of the competency record may open. Only the student picks."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="picked_pieces")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "evidence"], name="a_piece_picked_once"),
        ]
        ordering: ClassVar = ["pk"]
