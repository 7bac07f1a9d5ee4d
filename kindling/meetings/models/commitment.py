"""What somebody promised about a student, and by when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from kindling.meetings.models.meeting import Meeting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Commitment(SchoolOwned):
    """One promise. It is kept (`done_at`) or open; nobody is marked down for an open one."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="promises")
    owner = models.ForeignKey(Person, models.PROTECT, related_name="promises")
    words = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="commitments"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "done_at"]),
            models.Index(fields=["school", "owner", "done_at"]),
            models.Index(fields=["school", "done_at", "due_on"]),
        ]

    def __str__(self) -> str:
        return self.words

    def is_overdue(self, today: date) -> bool:
        return self.done_at is None and self.due_on is not None and self.due_on < today
