"""A sitting: judgements drawn from a span of days, marked again blind, then talked about."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import Level
from kindling.history.steps import Step
from kindling.judgements.models import Judgement, Opinion
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Sitting(SchoolOwned):
    """One round of moderation, from the draw to its record.

    `pool` keeps what was drawn from, `seed` how: the same draw can be made again at any time.
    """

    class State(models.TextChoices):
        MARKING = "marking", _("Being marked")
        TALKING = "talking", _("To talk about")
        RECORDED = "recorded", _("Recorded")

    STEPS: ClassVar = {
        "open": Step((State.MARKING,), State.TALKING),
        "record": Step((State.TALKING,), State.RECORDED),
    }

    title = models.CharField(max_length=120)
    since_on = models.DateField()  # judgements given from here on
    until_on = models.DateField()
    percent = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=32)
    pool: Any = models.JSONField(default=list)  # [judgement, who judged], as public ids
    leader = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.MARKING)
    drawn_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    held_on = models.DateField(null=True)
    record = models.TextField(max_length=8000, default="", blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(percent__gte=1, percent__lte=100), name="sitting_draws_some"
            ),
            models.CheckConstraint(
                condition=Q(since_on__lte=models.F("until_on")), name="sitting_span_in_order"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "-drawn_at"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("moderation:sitting", self.public_id)


class Sampled(SchoolOwned):
    """One judgement of a sitting, with the level that was given first, as it was at the draw."""

    class Outcome(models.TextChoices):
        STANDS = "stands", _("The level stands")
        AGAIN = "again", _("Judge it again")

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="sampled")
    number = models.PositiveSmallIntegerField()  # what it is called while it is marked
    judgement = models.ForeignKey(Judgement, models.PROTECT, related_name="+")
    first = models.ForeignKey(Level, models.PROTECT, related_name="+")
    first_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=6, choices=Outcome, default="", blank=True)
    note = models.TextField(max_length=2000, default="", blank=True)
    noted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(max_length=2000, default="", blank=True)  # of who was asked again
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sitting", "judgement"], name="one_judgement_once_a_sitting"
            ),
            models.UniqueConstraint(fields=["sitting", "number"], name="one_number_a_sitting"),
            models.CheckConstraint(
                condition=~Q(outcome="again") | ~Q(note=""), name="judged_again_with_a_reason"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["first_by", "outcome", "answered_at"])]

    def __str__(self) -> str:
        return f"{self.number} · {self.judgement.goal}"

    def get_absolute_url(self) -> str:
        return url("moderation:sampled", self.public_id)


class Marking(SchoolOwned):
    """Who marks a judgement again. Without a level they have not yet; said once, it stays."""

    sampled = models.ForeignKey(Sampled, models.CASCADE, related_name="markings")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, null=True, related_name="+")
    sure = models.CharField(
        max_length=6, choices=Opinion.Sure, default=Opinion.Sure.FAIRLY, blank=True
    )
    comment = models.TextField(max_length=4000, default="", blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sampled", "by"], name="one_marking_each"),
            models.CheckConstraint(
                condition=Q(level__isnull=True, at__isnull=True)
                | Q(level__isnull=False, at__isnull=False),
                name="marked_at_a_moment",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["by", "level"])]


class Present(SchoolOwned):
    """Who sat there when it was talked about."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="present")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sitting", "person"], name="present_once"),
        ]
