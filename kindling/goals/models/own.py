"""What a student is after, in their own words, beside the school's goals."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.goals.models.frameworks import Goal
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class OwnGoal(SchoolOwned):
    """A goal of one student's own. It is never removed: it is reached, or let go."""

    class State(models.TextChoices):
        OPEN = "open", _("Working on it")
        REACHED = "reached", _("Reached")
        LET_GO = "let_go", _("Let go")

    STEPS: ClassVar = {
        "reach": Step((State.OPEN,), State.REACHED),
        "let_go": Step((State.OPEN,), State.LET_GO),
        "take_up": Step((State.REACHED, State.LET_GO), State.OPEN),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="own_goals")
    words = models.CharField(max_length=300)
    why = models.TextField(max_length=2000, default="", blank=True)
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    since_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "student", "state"])]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return url("goals:own_goal", self.public_id)


class EarlierGoal(SchoolOwned):
    """How the student put it before."""

    own_goal = models.ForeignKey(OwnGoal, models.CASCADE, related_name="earlier")
    words = models.CharField(max_length=300)
    why = models.TextField(default="", blank=True)
    until_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.words
