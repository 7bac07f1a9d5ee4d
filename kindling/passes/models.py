"""Signed links by which people without an account see or do one thing."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import Person, SchoolOwned


class Pass(SchoolOwned):
    """A link for one bearer, one purpose and a list of things in one school.

    It shows and allows nothing else, expires, can be revoked, and is stored as a hash.
    """

    bearer = models.ForeignKey(Person, models.CASCADE, related_name="passes")
    purpose = models.CharField(max_length=40)
    subjects = models.JSONField(default=list)  # public ids
    token_hash = models.CharField(max_length=64, unique=True)
    needs_code = models.BooleanField(default=False)  # shows or signs more than a day
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    renewed_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "bearer", "purpose"])]


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

    held = models.ForeignKey(Pass, models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)  # opened, used, expired, revoked, code_asked, renewed
    device_hash = models.CharField(max_length=64, default="", blank=True)
