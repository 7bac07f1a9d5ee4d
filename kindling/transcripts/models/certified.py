"""A transcript as it was certified: words under their SHA-256, and the paper they are printed on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.kit.lasting import Lasting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Kind(models.TextChoices):
    NARRATIVE = "narrative", _("Narrative transcript")
    CREDIT = "credit", _("Credit transcript")
    COMPETENCY = "competency", _("Competency record")


class Transcript(Lasting, SchoolOwned):
    """Written once. What was wrong is put right by another one that names this one."""

    student = models.ForeignKey(Student, models.PROTECT, related_name="transcripts")
    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveSmallIntegerField()  # of this kind, for this student
    content = models.JSONField()  # transcripts.content says its shape
    content_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=10)  # of its headings
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    reason = models.TextField(max_length=1000, default="", blank=True)  # why it is another
    certified_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    certified_at = models.DateTimeField()

    class Meta(Lasting.Meta):
        abstract = False
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "kind", "number"], name="one_transcript_per_number"
            ),
            models.CheckConstraint(
                condition=Q(number=1, replaces__isnull=True)
                | (Q(number__gt=1, replaces__isnull=False) & ~Q(reason="")),
                name="a_later_transcript_names_the_one_before",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "student", "kind"])]

    def __str__(self) -> str:
        return f"{self.student} · {self.get_kind_display()} {self.number}"

    def get_absolute_url(self) -> str:
        return url("transcripts:transcript", self.public_id)


class TranscriptPaper(SchoolOwned):
    """The PDF. Made once, by the worker, signed with the school's key; its bytes never change."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        MADE = "made", _("Ready")

    transcript = models.OneToOneField(Transcript, models.PROTECT, related_name="paper")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    file = models.CharField(max_length=200, default="", blank=True)
    sha256 = models.CharField(max_length=64, default="", blank=True, db_index=True)
    standard = models.CharField(max_length=20, default="", blank=True)  # "ua-1 a-2a"
    made_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state"])]

    @property
    def is_made(self) -> bool:
        return self.state == self.State.MADE
