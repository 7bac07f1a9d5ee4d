"""A piece that shows what a level looks like: with its student's yes, names taken out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.goals.models import Goal, Level
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Exemplar(SchoolOwned):
    """An example of one level of one goal. The words are a copy without names.

    It is there while the piece is kept: who takes the piece away takes the example, too.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        SHARED = "shared", _("Shared within the school")
        DECLINED = "declined", _("Said no")
        WITHDRAWN = "withdrawn", _("Taken back")

    OPEN: ClassVar = (State.ASKED, State.SHARED)
    STEPS: ClassVar = {
        "share": Step((State.ASKED,), State.SHARED),
        "decline": Step((State.ASKED,), State.DECLINED),
        "withdraw": Step(OPEN, State.WITHDRAWN),
    }

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="exemplars")
    level = models.ForeignKey(Level, models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    words = models.TextField(max_length=4000, default="", blank=True)
    why = models.TextField(max_length=2000)  # why it is this level
    shows_photo = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evidence", "goal"],
                condition=Q(state__in=["asked", "shared"]),
                name="one_open_exemplar_per_piece_and_goal",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "goal"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("moderation:example", self.public_id)
