"""One person's turn in the school's order of who says yes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.placements.models.pursuit import Pursuit
from kindling.schools.models import Person, SchoolOwned
from kindling.schools.roles import Role


class Approval(SchoolOwned):
    """Somebody in this role is asked for a yes: later, now, or they have answered."""

    class Stage(models.TextChoices):
        PURSUE = "pursue", _("To go after the place")
        START = "start", _("To start")

    class State(models.TextChoices):
        WAITING = "waiting", _("Later")
        ASKED = "asked", _("Asked now")
        YES = "yes", _("Yes")
        NO = "no", _("No")
        SKIPPED = "skipped", _("Nobody to ask")
        DROPPED = "dropped", _("Not needed any more")

    STEPS: ClassVar = {
        "ask": Step((State.WAITING,), State.ASKED),
        "agree": Step((State.ASKED,), State.YES),
        "refuse": Step((State.ASKED,), State.NO),
        "skip": Step((State.WAITING,), State.SKIPPED),
        "drop": Step((State.WAITING, State.ASKED), State.DROPPED),
    }
    ROLES: ClassVar = (Role.ADVISOR, Role.COORDINATOR, Role.GUARDIAN, Role.MENTOR)

    pursuit = models.ForeignKey(Pursuit, models.CASCADE, related_name="approvals")
    stage = models.CharField(max_length=10, choices=Stage)
    number = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in ROLES])
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    asked_on = models.DateField(null=True)
    reminded_on = models.DateField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reason = models.TextField(max_length=1000, default="", blank=True)
    # The coordinator wrote down what somebody said by phone or in person.
    is_heard = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["pursuit"], condition=Q(state="asked"), name="one_approval_asked_at_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "asked_on"])]

    def __str__(self) -> str:
        return f"{self.pursuit} · {self.role}"
