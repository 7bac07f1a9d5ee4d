"""The code that a student types at the school's tablet."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.crypto import salted_hmac

from kindling.people.models import Student
from kindling.schools.models import SchoolOwned

DIGITS = 6


class KioskCode(SchoolOwned):
    """One student's code, kept as a hash. A new one takes the place of the old."""

    student = models.OneToOneField(Student, models.CASCADE, related_name="kiosk_code")
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "code_hash"], name="one_student_per_code"),
        ]

    @staticmethod
    def hash_of(school_id: int, code: str) -> str:
        """Six digits alone are guessed in no time: the installation's secret key is part of it."""
        made = salted_hmac("kindling.kiosk", f"{school_id}:{code}", algorithm="sha256")
        return made.hexdigest()
