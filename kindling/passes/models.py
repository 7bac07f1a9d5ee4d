"""Signed links by which people without an account see or do one thing."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Pass(SchoolOwned):
    """A link for one bearer, one purpose and a list of things in one school.

    It shows and allows nothing else, expires, can be revoked, and is stored as a hash.
    """

    bearer = models.ForeignKey(Person, models.CASCADE, related_name="passes")
    purpose = models.CharField(max_length=40)
    subjects = models.JSONField(default=list)  # public ids
    about = models.ForeignKey(Student, models.CASCADE, null=True, related_name="passes")
    token_hash = models.CharField(max_length=64, unique=True)
    needs_code = models.BooleanField(default=False)  # shows or signs more than a day
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # The one before this; whoever has it in hand is sent this one, at the contact on file.
    renewed_from = models.OneToOneField(
        "self", models.SET_NULL, null=True, related_name="renewed_by"
    )

    LIVE, EXPIRED, RENEWED, REVOKED = "live", "expired", "renewed", "revoked"

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "bearer", "purpose"]),
            models.Index(fields=["school", "-created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} · {self.bearer}"

    def state_at(self, moment: datetime) -> str:
        """Return LIVE, EXPIRED, RENEWED (another took its place) or REVOKED (by the school)."""
        if self.revoked_at:
            return self.RENEWED if hasattr(self, "renewed_by") else self.REVOKED
        return self.LIVE if moment < self.expires_at else self.EXPIRED

    def newest(self) -> Pass:
        """Follow the renewals to the last one."""
        held = self
        while successor := Pass.objects.filter(renewed_from=held).first():
            held = successor
        return held


class PassDevice(SchoolOwned):
    """A browser that opened the pass; after the first, a code is asked where the pass wants it."""

    held = models.ForeignKey(Pass, models.CASCADE, related_name="devices")
    device_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=128, default="", blank=True)
    code_sent_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    trusted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["held", "device_hash"], name="one_row_per_device"),
        ]


class PassUse(SchoolOwned):
    """Somebody opened, used, or was turned away at a pass. Written once."""

    held = models.ForeignKey(Pass, models.CASCADE, related_name="uses", db_index=False)  # below
    at = models.DateTimeField()
    what = models.CharField(max_length=20)  # opened, used, expired, revoked, code_asked, renewed
    device_hash = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["held", "what", "-at"])]
