"""Once a term: how is it, in three numbers and a line, from both sides."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.placements.models import Placement
from kindling.questions.models.packs import Answer
from kindling.schools.models import Person, SchoolOwned, Term

LEAST, MOST = 1, 4


class PulseRound(SchoolOwned):
    """The days of one term on which student and mentor are asked."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="+")
    opens_on = models.DateField()
    closes_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["term"], name="one_pulse_round_per_term"),
        ]

    def __str__(self) -> str:
        return self.term.label


class Pulse(SchoolOwned):
    """One side's word about one internship in one round."""

    Side = Answer.Side

    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="pulses")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+")
    side = models.CharField(max_length=7, choices=Answer.Side)
    relationship = models.PositiveSmallIntegerField()
    relevance = models.PositiveSmallIntegerField()
    interest = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=500, default="", blank=True)
    is_shared = models.BooleanField(default=False)  # the other side reads the line
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    PARTS: ClassVar = {
        "relationship": _("We get on well"),
        "relevance": _("It fits what the student wants to learn"),
        "interest": _("The work is interesting"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "placement", "side"], name="one_pulse_per_side"
            ),
            models.CheckConstraint(
                condition=Q(
                    relationship__range=(LEAST, MOST),
                    relevance__range=(LEAST, MOST),
                    interest__range=(LEAST, MOST),
                ),
                name="pulse_from_1_to_4",
            ),
        ]
