"""A file on its way to us, and the file as it is kept."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.schools.models import Person, SchoolOwned

MEGABYTE = 1024 * 1024
LIMIT_MB = 200  # of one file, unless a school changes it


class Upload(SchoolOwned):
    """One file. It comes in parts, in order; with the last one it is told, cleaned and kept.

    `key` is the sender's own: the same file sent by two taps is one row.
    """

    class State(models.TextChoices):
        OPEN = "open", _("On its way")
        DONE = "done", _("Kept")
        REFUSED = "refused", _("Refused")
        DROPPED = "dropped", _("Deleted")

    class Kind(models.TextChoices):
        PHOTO = "photo", _("Photo")
        VIDEO = "video", _("Video")
        AUDIO = "audio", _("Sound")
        FILE = "file", _("File")

    class Scan(models.TextChoices):
        WAITING = "waiting", _("Not looked at yet")
        CLEAN = "clean", _("Nothing found")
        ABSENT = "absent", _("No scanner here")

    STEPS: ClassVar = {
        "keep": Step((State.OPEN,), State.DONE),
        "refuse": Step((State.OPEN, State.DONE), State.REFUSED),
        "drop": Step((State.OPEN, State.DONE), State.DROPPED),
    }

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    name = models.CharField(max_length=200)  # what the sender's device called it
    size = models.PositiveBigIntegerField()  # in bytes, as announced
    received = models.PositiveBigIntegerField(default=0)
    parts = models.JSONField(default=list)  # their names in the storage, in order
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    touched_at = models.DateTimeField()  # when the last part came
    kind = models.CharField(max_length=5, choices=Kind, default="", blank=True)
    type = models.CharField(max_length=100, default="", blank=True)  # told by the bytes
    ending = models.CharField(max_length=10, default="", blank=True)
    file = models.CharField(max_length=200, default="", blank=True)  # names in the storage
    thumb = models.CharField(max_length=200, default="", blank=True)
    kept_size = models.PositiveBigIntegerField(default=0)
    captions = models.TextField(max_length=100_000, default="", blank=True)  # WebVTT
    transcript = models.TextField(max_length=50_000, default="", blank=True)
    scan = models.CharField(max_length=8, choices=Scan, default=Scan.WAITING)
    why = models.CharField(max_length=200, default="", blank=True)  # it was refused
    used_at = models.DateTimeField(null=True)  # something stands on it

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "by", "key"], name="one_upload_per_key"),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "touched_at"])]

    def __str__(self) -> str:
        return self.name

    @property
    def is_playable(self) -> bool:
        return self.kind in (self.Kind.VIDEO, self.Kind.AUDIO)

    @property
    def megabytes(self) -> int:
        return max(1, round(self.kept_size / MEGABYTE))


class UploadChoice(SchoolOwned):
    """What a school chooses about files: how large one may be."""

    limit_mb = models.PositiveIntegerField(default=LIMIT_MB)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_upload_choice"),
        ]
