"""What somebody said about a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.attendance.models.day import Day
from kindling.schools.models import Person, School, SchoolOwned


class Method(models.TextChoices):
    """By which way something was said. `weight` says how much it proves, from 0 to 3."""

    PAGE = "page", _("On the phone")
    OFFLINE = "offline", _("On the phone, without a network")
    SITE_CODE = "site_code", _("With the code at the place")
    TEXT = "text", _("By text message")
    KIOSK = "kiosk", _("On the school's tablet")
    STAFF = "staff", _("By staff")
    MENTOR = "mentor", _("By the mentor")
    STANDING = "standing", _("By the mentor’s standing word")  # they were not asked
    API = "api", _("By another program")

    @property
    def weight(self) -> int:
        """3: an adult saw it. 2: a code that is only there. 1: the student's own word."""
        return _WEIGHTS.get(self, 1)


_WEIGHTS = {Method.MENTOR: 3, Method.STAFF: 3, Method.SITE_CODE: 2, Method.KIOSK: 2}


class Entry(SchoolOwned):
    """One thing somebody said about a day. Never changed: a correction is another entry."""

    TELLS_WHAT_WAS: ClassVar = True  # a merge of two entries rewrites none (sites.references)

    class Voice(models.TextChoices):
        STUDENT = "student", _("Student")
        MENTOR = "mentor", _("Mentor")
        STAFF = "staff", _("Staff")

    class Kind(models.TextChoices):
        CHECK_IN = "check_in", _("Checked in")
        CHECK_OUT = "check_out", _("Checked out")
        CONFIRM = "confirm", _("Confirmed")
        CORRECT = "correct", _("Corrected the times")
        ABSENT = "absent", _("Was not there")
        NOTE = "note", _("Wrote a note")
        SETTLE = "settle", _("Settled")
        MODE = "mode", _("Said how the day is spent")

    school = models.ForeignKey(School, models.PROTECT, related_name="+", db_index=False)  # below
    day = models.ForeignKey(Day, models.CASCADE, related_name="entries")
    voice = models.CharField(max_length=10, choices=Voice)
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    method = models.CharField(max_length=10, choices=Method, default=Method.PAGE)
    weight = models.PositiveSmallIntegerField(default=1)  # as it was when it was said
    at = models.DateTimeField()  # when it was said, by the clock of who said it
    arrived_at = models.DateTimeField(null=True)  # when it reached us; NULL: at once
    in_at = models.DateTimeField(null=True)
    out_at = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(max_length=2000, default="", blank=True)
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: a double tap)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "tap"], name="one_entry_per_tap"),
        ]
