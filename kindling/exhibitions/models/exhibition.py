"""One student's exhibition, from the wish for a date to the record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models.kind import Kind
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.plans.models import Plan
from kindling.schools.models import Person, SchoolOwned, Term


class Result(models.TextChoices):
    """What the panel agreed on."""

    NONE = "", _("Nothing yet")
    MOVE_ON = "move_on", _("Move on")
    CONDITIONS = "conditions", _("Move on with conditions")
    REDO = "redo", _("Redo")


class Exhibition(SchoolOwned):
    """The student hosts it, the advisor leads it. `agenda` is written by several (kit/editing).

    `panels` (above) takes the steps from `score` to `record`; whatever is agreed stands in
    `result`.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("No date yet")
        SCHEDULED = "scheduled", _("Date set")
        INVITED = "invited", _("Panel invited")
        READY = "ready", _("Ready")
        HELD = "held", _("Held")
        SCORED = "scored", _("Scored")
        COMPARED = "compared", _("Compared")
        AGREED = "agreed", _("Agreed")
        RECORDED = "recorded", _("Recorded")
        CLOSED = "closed", _("Closed")
        POSTPONED = "postponed", _("Postponed")
        CALLED_OFF = "called_off", _("Called off")

    DATED: ClassVar = (State.SCHEDULED, State.INVITED, State.READY)  # a day ahead
    AHEAD: ClassVar = (State.PLANNED, *DATED, State.POSTPONED)  # not held yet
    JUDGING: ClassVar = (State.HELD, State.SCORED, State.COMPARED, State.AGREED)
    OVER: ClassVar = (State.RECORDED, State.CLOSED)
    STEPS: ClassVar = {
        "schedule": Step((State.PLANNED, State.POSTPONED), State.SCHEDULED),
        "invite": Step((State.SCHEDULED,), State.INVITED),
        "get_ready": Step((State.SCHEDULED, State.INVITED), State.READY),
        "unready": Step((State.READY,), State.INVITED),
        "postpone": Step((*DATED, State.HELD), State.POSTPONED),
        "call_off": Step(AHEAD, State.CALLED_OFF),
        "hold": Step(DATED, State.HELD),
        "score": Step((State.HELD,), State.SCORED),
        "compare": Step((State.SCORED,), State.COMPARED),
        "agree": Step((State.COMPARED,), State.AGREED),
        "record": Step((State.AGREED,), State.RECORDED),
        "close": Step((State.RECORDED,), State.CLOSED),
    }
    Result = Result

    student = models.ForeignKey(Student, models.PROTECT, related_name="exhibitions")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="exhibitions")
    term = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="+")
    plan = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="exhibitions"
    )
    advisor = models.ForeignKey(Person, models.PROTECT, related_name="+")  # leads it
    title = models.CharField(max_length=200, default="", blank=True)  # the student’s words
    about = models.TextField(max_length=1000, default="", blank=True)  # for who comes
    starts_at = models.DateTimeField(null=True, blank=True)
    on = models.DateField(null=True, blank=True)  # the school’s day of it, kept with the moment
    minutes = models.PositiveSmallIntegerField(default=45)
    room = models.CharField(max_length=120, default="", blank=True)
    video = models.URLField(max_length=500, default="", blank=True)
    agenda = models.TextField(default="", blank=True)  # a line for each point
    is_listed = models.BooleanField(default=True)  # the student lets the programme name it
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    state_since = models.DateTimeField()
    result = models.CharField(max_length=10, choices=Result, default=Result.NONE, blank=True)
    reason = models.CharField(max_length=300, default="", blank=True)  # of putting it off
    redo_of = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="redone_as"
    )
    sequence = models.PositiveSmallIntegerField(default=0)  # of its invitation (RFC 5545)
    reminded_at = models.DateTimeField(null=True, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)  # who had not answered
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "-starts_at"]),
            models.Index(fields=["school", "state", "starts_at"]),
            models.Index(fields=["school", "on"]),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return url("exhibitions:exhibition", self.public_id)

    @property
    def label(self) -> str:
        """Its title, or what kind it is."""
        return self.title or self.kind.title

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at + timedelta(minutes=self.minutes) if self.starts_at else None

    @property
    def is_ahead(self) -> bool:
        return self.state in self.AHEAD

    @property
    def has_date(self) -> bool:
        return self.state in self.DATED
