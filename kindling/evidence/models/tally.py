"""How much a student kept in a term, counted when it is written: no list counts four years."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kindling.people.models import Student
from kindling.schools.models import SchoolOwned, Term


class Tally(SchoolOwned):
    """Pieces of one student in one term, and when the last one came. Days off term have no term."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="evidence_tallies")
    term = models.ForeignKey(Term, models.CASCADE, null=True, related_name="+")
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "term"], name="one_evidence_tally"),
            models.UniqueConstraint(
                fields=["student"],
                condition=Q(term__isnull=True),
                name="one_evidence_tally_off_term",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "term"])]
