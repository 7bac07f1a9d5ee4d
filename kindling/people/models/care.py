"""What may be known of a student in an emergency."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.kit.addresses import url
from kindling.people.models.people import Student
from kindling.schools.models import Person, SchoolOwned


class CareNote(SchoolOwned):
    """What a family lets be known for an emergency: an allergy, a medicine, whom to call.

    Nobody writes it without somebody who allowed it, and it ends by itself.
    """

    student = models.ForeignKey(Student, models.CASCADE, related_name="care_notes")
    text = models.CharField(max_length=500)
    allowed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    since_on = models.DateField()
    until_on = models.DateField()  # the last day counts
    ended_at = models.DateTimeField(null=True)  # taken back before that day

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("since_on")), name="care_note_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "until_on"])]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return url("care:notes", self.student.public_id)
