"""A file that somebody handed in, what it would change, what it changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Import(SchoolOwned):
    """One file, from the moment it arrives until it is applied, undone or thrown away."""

    class Kind(models.TextChoices):
        ONEROSTER = "oneroster", _("OneRoster package (zip)")
        STUDENTS = "students", _("Students and families (spreadsheet)")
        STAFF = "staff", _("Staff (spreadsheet)")
        PLACES = "places", _("Places (spreadsheet)")

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Waiting for its columns")
        PREVIEWED = "previewed", _("Ready to look at")
        APPLYING = "applying", _("Being applied")
        APPLIED = "applied", _("Applied")
        FAILED = "failed", _("Did not work")
        UNDONE = "undone", _("Undone")
        DISCARDED = "discarded", _("Thrown away")

    STEPS: ClassVar = {
        "preview": Step((State.UPLOADED, State.PREVIEWED, State.FAILED), State.PREVIEWED),
        "apply": Step((State.PREVIEWED,), State.APPLYING),
        "finish": Step((State.APPLYING,), State.APPLIED),
        "fail": Step((State.APPLYING,), State.FAILED),
        "undo": Step((State.APPLIED,), State.UNDONE),
        "discard": Step((State.UPLOADED, State.PREVIEWED, State.FAILED), State.DISCARDED),
    }

    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    is_lenient = models.BooleanField(default=False)
    is_complete = models.BooleanField(default=False)  # whoever is not in a spreadsheet has left
    org = models.CharField(max_length=255, default="", blank=True)  # which school of a package
    header = models.JSONField(default=list)  # a spreadsheet's columns
    samples = models.JSONField(default=list)  # its first rows, while the columns are named
    mapping = models.JSONField(default=dict)  # field → index of its column
    counts = models.JSONField(default=dict)  # added, changed, ended, reopened, by kind of row
    findings = models.JSONField(default=dict)  # faults, mends and notes, and how many of each
    left = models.JSONField(default=list)  # what an undo could not take back, and why
    progress = models.PositiveSmallIntegerField(default=0)  # per cent
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "created_at"])]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return url("exchange:import", self.public_id)

    @property
    def is_sheet(self) -> bool:
        return self.kind != self.Kind.ONEROSTER

    @property
    def is_running(self) -> bool:
        return self.state == self.State.APPLYING

    def findings_of(self, shelf: str) -> list[dict[str, Any]]:
        """Faults, mends or notes as shown; `total_of` says how many there are."""
        found: list[dict[str, Any]] = self.findings.get(shelf, [])
        return found

    def total_of(self, shelf: str) -> int:
        return int(self.findings.get("totals", {}).get(shelf, 0))

    @property
    def changes_nothing(self) -> bool:
        return not any(self.counts.get("totals", {}).values())


class ImportFile(SchoolOwned):
    """The file itself, kept only until it is applied or thrown away."""

    parent = models.OneToOneField(Import, models.CASCADE, related_name="file")
    content = models.BinaryField()


class ImportedChange(SchoolOwned):
    """One row that an import adds, changes, ends or opens again. Undo reads it backwards."""

    class What(models.TextChoices):
        ADDED = "added", _("Added")
        CHANGED = "changed", _("Changed")
        ENDED = "ended", _("Ended")
        REOPENED = "reopened", _("Opened again")

    parent = models.ForeignKey(Import, models.CASCADE, related_name="changes")
    order = models.PositiveIntegerField()
    model = models.CharField(max_length=60)  # people.student
    subject_id = models.CharField(max_length=14)  # its public id
    what = models.CharField(max_length=10, choices=What)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    label = models.CharField(max_length=500)
    file = models.CharField(max_length=200, default="", blank=True)
    row = models.PositiveIntegerField(default=0)
    is_main = models.BooleanField(default=True)  # the rest came along with a main one

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["parent", "what", "is_main", "order"]),
            models.Index(fields=["school", "model", "what"]),
        ]
        ordering: ClassVar = ["order"]
