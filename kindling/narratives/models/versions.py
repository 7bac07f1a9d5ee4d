"""A narrative as the family got it, in which languages, who read it, and on paper."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.narratives.models.narratives import Narrative
from kindling.narratives.models.rounds import NarrativeRound
from kindling.schools.models import Person, SchoolOwned


class Version(SchoolOwned):
    """The words of a release under their SHA-256. Never changed; a correction is another one."""

    narrative = models.ForeignKey(Narrative, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()  # narratives.content says its shape
    content_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=10)  # of the words
    reason = models.TextField(max_length=1000, default="", blank=True)  # what it puts right
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["narrative", "number"], name="one_narrative_version_per_number"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once."""
        if self.pk is not None:
            told = "A released narrative never changes."
            raise TypeError(told)
        super().save(*args, **kwargs)


class Translation(SchoolOwned):
    """A version in another language."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being translated")
        FAILED = "failed", _("The translator did not answer")
        MACHINE = "machine", _("Translated by a machine")
        CHECKED = "checked", _("Translated by a machine and checked by a person")

    STEPS: ClassVar = {
        "fill": Step((State.WAITING, State.FAILED), State.MACHINE),
        "fail": Step((State.WAITING,), State.FAILED),
        "retry": Step((State.FAILED,), State.WAITING),
        "check": Step((State.MACHINE, State.CHECKED), State.CHECKED),
    }

    version = models.ForeignKey(Version, models.PROTECT, related_name="translations")
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    texts = models.JSONField(default=list)  # one for each of content.texts_of
    checked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "language"], name="one_translation_per_language"
            ),
        ]


class Acknowledgement(SchoolOwned):
    """Somebody of the family, or the student, says: I have read it."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "person"], name="one_acknowledgement_per_person"
            ),
        ]


class Copy(SchoolOwned):
    """A version on paper, in one language: made once, kept under its own SHA-256."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="copies")
    language = models.CharField(max_length=10)
    sheet_hash = models.CharField(
        max_length=64
    )  # of what stands on it: a checked translation is another
    file = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    standard = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "language", "sheet_hash"], name="one_copy_per_sheet"
            ),
        ]


class Printing(SchoolOwned):
    """All narratives of a round as PDF, in one ZIP. It goes after a week."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("It did not work")
        GONE = "gone", _("Deleted")

    STEPS: ClassVar = {
        "finish": Step((State.WAITING,), State.READY),
        "fail": Step((State.WAITING,), State.FAILED),
        "delete": Step((State.READY, State.FAILED, State.WAITING), State.GONE),
    }

    round = models.ForeignKey(NarrativeRound, models.PROTECT, related_name="printings")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    in_family_language = models.BooleanField(default=False)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=200, default="", blank=True)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["round", "-at"])]

    def get_absolute_url(self) -> str:
        return url("narratives:printing", self.public_id)
