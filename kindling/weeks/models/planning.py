"""Where each exhibition stands in a week's plan, how the plan was made, and what was changed by hand."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Exhibition
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned
from kindling.weeks.models.week import Week, WeekRoom


class Sitting(SchoolOwned):
    """One exhibition in the week. Without room and time it has no slot yet.

    `interpreters` are keys (`gathering.key_of_voice`), one for each language asked for. What is
    fixed was set by hand or taken by the student: a new plan leaves it alone.
    """

    week = models.ForeignKey(Week, models.CASCADE, related_name="sittings")
    exhibition = models.ForeignKey(Exhibition, models.PROTECT, related_name="sittings")
    minutes = models.PositiveSmallIntegerField()
    room = models.ForeignKey(
        WeekRoom, models.PROTECT, null=True, blank=True, related_name="sittings"
    )
    starts_at = models.DateTimeField(null=True, blank=True)
    interpreters: Any = models.JSONField(default=list, blank=True)
    is_fixed = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True, blank=True)  # for which start the panel was told
    told_room = models.CharField(max_length=120, default="", blank=True)
    off_at = models.DateTimeField(null=True, blank=True)  # taken out of the week

    class Meta:
        indexes: ClassVar = [models.Index(fields=["week", "starts_at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["exhibition"], condition=Q(off_at__isnull=True), name="in_one_week_at_once"
            ),
            models.CheckConstraint(
                condition=Q(room__isnull=True, starts_at__isnull=True)
                | Q(room__isnull=False, starts_at__isnull=False),
                name="a_slot_has_room_and_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.exhibition)

    def get_absolute_url(self) -> str:
        return url("weeks:sitting", self.public_id)

    def get_booking_url(self) -> str:
        return url("weeks:book", self.public_id)

    @property
    def slot(self) -> dict[str, Any]:
        """What a change keeps of it."""
        return {
            "room": self.room_id,
            "starts_at": self.starts_at.isoformat() if self.starts_at else "",
            "interpreters": list(self.interpreters),
            "is_fixed": self.is_fixed,
        }


class Run(SchoolOwned):
    """One try to plan a week, in the background. `reasons` are facts; pages make words of them."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Planning")
        DONE = "done", _("Planned")
        STALE = "stale", _("Overtaken")
        FAILED = "failed", _("Failed")

    BUSY: ClassVar = (State.WAITING, State.RUNNING)
    STEPS: ClassVar = {
        "begin": Step((State.WAITING, State.RUNNING), State.RUNNING),
        "finish": Step((State.RUNNING,), State.DONE),
        "overtake": Step((State.RUNNING,), State.STALE),
        "fail": Step(BUSY, State.FAILED),
    }

    week = models.ForeignKey(Week, models.CASCADE, related_name="runs")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    at = models.DateTimeField()
    version = models.PositiveIntegerField()  # of the week it was planned on
    placed = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    solver = models.CharField(max_length=10, default="", blank=True)  # exact | greedy
    is_best = models.BooleanField(default=False)  # proved: no plan holds more
    reasons: Any = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["week", "-at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["week"], condition=Q(state__in=("waiting", "running")),
                name="one_run_of_a_week_at_once",
            ),
        ]  # fmt: skip

    @property
    def is_busy(self) -> bool:
        return self.state in self.BUSY


class Change(SchoolOwned):
    """What one act did to the plan: from which slots to which. It can be undone while they stand."""

    class How(models.TextChoices):
        HAND = "hand", _("By hand")
        BOOKED = "booked", _("Taken by the student")
        PLANNED = "planned", _("Planned")

    week = models.ForeignKey(Week, models.CASCADE, related_name="changes")
    how = models.CharField(max_length=10, choices=How)
    moves: Any = models.JSONField(default=list)  # {"sitting": pk, "was": slot, "now": slot}
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["week", "-at"])]
