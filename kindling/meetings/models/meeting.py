"""A meeting about one student, and everybody who is asked to come."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.schools.roles import Role


class Kind(models.TextChoices):
    PLAN = "plan", _("Learning plan")
    PROJECT = "project", _("Project set-up")
    REVIEW = "review", _("Review")
    OTHER = "other", _("Another meeting")


class Meeting(SchoolOwned):
    """One meeting. `agenda` and `notes` are written by several people at once (kit/editing)."""

    class State(models.TextChoices):
        BOOKED = "booked", _("Booked")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Called off")

    class Interpreter(models.TextChoices):
        NONE = "", _("No interpreter")
        ASKED = "asked", _("Interpreter asked for")
        CONFIRMED = "confirmed", _("Interpreter comes")

    Kind = Kind
    STEPS: ClassVar = {
        "hold": Step((State.BOOKED,), State.HELD),
        "cancel": Step((State.BOOKED,), State.CANCELLED),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="meetings")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=120, default="", blank=True)  # of another meeting
    starts_at = models.DateTimeField()
    on = models.DateField()  # the school’s day of it, kept with the moment
    minutes = models.PositiveSmallIntegerField(default=45)  # how long
    place = models.CharField(max_length=200, default="", blank=True)
    video = models.URLField(max_length=500, default="", blank=True)
    leader = models.ForeignKey(Person, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who booked it
    interpreter_language = models.CharField(max_length=60, default="", blank=True)
    interpreter = models.CharField(
        max_length=10, choices=Interpreter, default=Interpreter.NONE, blank=True
    )
    interpreter_name = models.CharField(max_length=200, default="", blank=True)
    agenda = models.TextField(default="", blank=True)  # a line for each point
    notes = models.TextField(default="", blank=True)  # the minutes
    state = models.CharField(max_length=10, choices=State, default=State.BOOKED)
    reason = models.CharField(max_length=300, default="", blank=True)  # of calling it off
    sequence = models.PositiveSmallIntegerField(default=0)  # of its invitation (RFC 5545)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "-starts_at"]),
            models.Index(fields=["school", "student", "on"]),
            models.Index(fields=["school", "state", "starts_at"]),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return url("meetings:meeting", self.public_id)

    @property
    def label(self) -> str:
        """Its title, or what kind of meeting it is."""
        return self.title or str(self.get_kind_display())

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


class Attendee(SchoolOwned):
    """One person who is asked to come. Whoever is taken off stays as a row, so that nothing is lost."""

    class Answer(models.TextChoices):
        NONE = "", _("No answer yet")
        COMING = "coming", _("Coming")
        NOT_COMING = "not_coming", _("Cannot come")

    PARTS: ClassVar = (Role.STUDENT, Role.ADVISOR, Role.GUARDIAN, Role.MENTOR, Role.STAFF)

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendees")
    person = models.ForeignKey(Person, models.CASCADE, related_name="attended")
    part = models.CharField(max_length=20, choices=[(one.value, one.label) for one in PARTS])
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.NONE, blank=True)
    note = models.CharField(max_length=300, default="", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    is_invited = models.BooleanField(default=False)  # a letter went out: a change is told, too
    off_at = models.DateTimeField(null=True, blank=True)  # asked no longer

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_attendee_per_person"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "off_at"])]

    def __str__(self) -> str:
        return self.person.name
