"""A run destroys what is past its end; the certificate says so and names nobody's child."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.lasting import Lasting
from kindling.schools.models import Person, SchoolOwned


class Run(SchoolOwned):
    """One look at what is past its end on a day, and its destruction."""

    class State(models.TextChoices):
        COUNTING = "counting", _("Being counted")
        READY = "ready", _("Counted")
        RUNNING = "running", _("Being destroyed")
        DONE = "done", _("Destroyed")
        AWAY = "away", _("Put away")
        FAILED = "failed", _("Stopped")

    STEPS: ClassVar = {
        "count": Step((State.COUNTING,), State.READY),
        "carry_out": Step((State.READY, State.FAILED), State.RUNNING),
        "finish": Step((State.RUNNING,), State.DONE),
        "fail": Step((State.COUNTING, State.RUNNING), State.FAILED),
        "put_away": Step((State.READY, State.FAILED), State.AWAY),
    }

    on = models.DateField()  # the day whose ends count, also when it is carried out later
    state = models.CharField(max_length=8, choices=State, default=State.COUNTING)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)  # to be destroyed
    students = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)  # students whom a hold keeps out
    samples = models.JSONField(default=list)  # public ids of some students; emptied at the end
    trouble = models.CharField(max_length=200, default="", blank=True)

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("privacy:run", self.public_id)


class RunLine(SchoolOwned):
    """How many rows of one topic and end: found, staying because something rests on them, gone."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="lines")
    topic = models.CharField(max_length=12)
    keep = models.CharField(max_length=12)
    found = models.PositiveIntegerField(default=0)
    stays = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "topic", "keep"], name="one_line_per_end"),
        ]


class Certificate(Lasting, SchoolOwned):
    """What was destroyed, how much, by which rule, when and by whom. Written once."""

    run = models.OneToOneField(Run, models.PROTECT, related_name="certificate")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(Lasting.Meta):
        abstract = False
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "number"], name="one_certificate_per_number"),
        ]
