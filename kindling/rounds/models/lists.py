"""What students would take, best first, and whom mentors ask for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.people.models import Student
from kindling.rounds.models.rounds import Round, RoundPlace
from kindling.schools.models import Person, SchoolOwned


class Ballot(SchoolOwned):
    """One student's list in one round."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots")
    student = models.ForeignKey(Student, models.CASCADE, related_name="ballots")
    length = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "student"], name="one_list_per_student"),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.round}"


class Choice(SchoolOwned):
    """One place on a list; number 1 is what the student wants most."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="choices")
    place = models.ForeignKey(RoundPlace, models.CASCADE, related_name="choices")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ballot", "place"], name="a_place_is_listed_once"),
            models.UniqueConstraint(fields=["ballot", "number"], name="one_choice_per_number"),
        ]


class Pick(SchoolOwned):
    """A mentor would take this student first."""

    place = models.ForeignKey(RoundPlace, models.CASCADE, related_name="picks")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    by_person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "student"], name="asked_for_once"),
        ]
