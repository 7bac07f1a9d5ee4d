"""What came out, what it was drawn from, and what was changed by hand afterwards."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.rounds.models.rounds import Round, RoundPlace
from kindling.schools.models import Person, SchoolOwned


class Record(SchoolOwned):
    """Everything the draw decided on, as it was then: enough to run it again."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="record")
    problem = models.JSONField()  # see problem.py
    digest = models.CharField(max_length=64)  # SHA-256 of the problem


class Outcome(SchoolOwned):
    """What one student got. The draw's own word is never changed; a change by hand is a Move."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="outcomes")
    student = models.ForeignKey(Student, models.CASCADE, related_name="round_outcomes")
    place = models.ForeignKey(RoundPlace, models.PROTECT, null=True, related_name="outcomes")
    choice = models.PositiveSmallIntegerField(null=True)  # which one on their own list it is
    number = models.PositiveIntegerField()  # of the lottery
    # How it went on: the pursuit, or the sentence that says why there is none.
    pursuit = models.ForeignKey(Pursuit, models.SET_NULL, null=True, related_name="+")
    trouble = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "student"], name="one_outcome_per_student"),
            models.UniqueConstraint(fields=["round", "number"], name="one_student_per_number"),
        ]


class Move(SchoolOwned):
    """A change by hand after the draw: who, from where to where, why, and whom it passes over."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="moves")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    was = models.ForeignKey(RoundPlace, models.PROTECT, null=True, related_name="+")
    now = models.ForeignKey(RoundPlace, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(max_length=1000)
    passed_over = models.JSONField(default=list)  # public ids of students
    by_person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    pursuit = models.ForeignKey(Pursuit, models.SET_NULL, null=True, related_name="+")
