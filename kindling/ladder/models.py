"""The no-show clock: what a school set, the alarms, and who was told."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kindling.ladder.rungs import Rung, Step
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned


class Ladder(SchoolOwned):
    """How long a school waits before the next person is told. Minutes after the student was due."""

    is_on = models.BooleanField(default=True)
    student_after = models.PositiveSmallIntegerField(default=15)
    guides_after = models.PositiveSmallIntegerField(default=30)
    office_after = models.PositiveSmallIntegerField(default=60)
    principal_after = models.PositiveSmallIntegerField(default=80)
    family_by_itself = models.BooleanField(default=False)
    family_after = models.PositiveSmallIntegerField(default=75)
    # Technical moments: when to look at this school again, and when that was done last.
    look_at = models.DateTimeField(default=timezone.now)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_ladder_per_school"),
        ]
        indexes: ClassVar = [models.Index(fields=["look_at"])]

    @property
    def steps(self) -> list[Step]:
        """The rungs that are climbed by themselves, from below."""
        found = [
            (Rung.STUDENT, self.student_after),
            (Rung.GUIDES, self.guides_after),
            (Rung.OFFICE, self.office_after),
            (Rung.PRINCIPAL, self.principal_after),
        ]
        if self.family_by_itself:
            found.append((Rung.FAMILY, self.family_after))
        return [Step(rung, timedelta(minutes=after)) for rung, after in found]


class Alarm(SchoolOwned):
    """One student is expected at one place, and nobody has heard of them."""

    class State(models.TextChoices):
        OPEN = "open", _("Nobody has it yet")
        TAKEN = "taken", _("Somebody has it")
        CLOSED = "closed", _("Over")

    class Why(models.TextChoices):
        """How it ended."""

        HEARD = "heard", _("Checked in")
        REPORTED = "reported", _("Reported absent")
        LATE = "late", _("Said to be late")
        UNEXPECTED = "unexpected", _("Not expected any more")
        SAID = "said", _("Answered by a person")
        DAY_OVER = "day_over", _("The day ended without a word")

    LIVE: ClassVar = (State.OPEN, State.TAKEN)
    # After these an alarm may begin again: the student is expected and silent once more.
    PASSING: ClassVar = (Why.REPORTED, Why.LATE, Why.UNEXPECTED)

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="alarms")
    student = models.ForeignKey(Student, models.CASCADE, related_name="alarms")
    on = models.DateField()
    due_at = models.DateTimeField()  # when the student should have been there
    ends_at = models.DateTimeField()  # when the planned day ends
    round = models.PositiveSmallIntegerField(default=1)  # it may begin again on the same day
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    passed = models.PositiveSmallIntegerField(default=0)  # rungs behind it, see Rung
    next_at = models.DateTimeField(null=True)
    office_at = models.DateTimeField(null=True)  # when the office was told
    taken_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    did = models.CharField(max_length=500, default="", blank=True)  # what whoever has it did
    closed_why = models.CharField(max_length=12, choices=Why, default="", blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "on"], name="one_alarm_per_day"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "-due_at"]),
            models.Index(fields=["school", "on"]),
            models.Index(fields=["student", "on"]),
            models.Index(
                fields=["school"], condition=Q(state__in=["open", "taken"]), name="live_alarms"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.on}"

    def get_absolute_url(self) -> str:
        return reverse("ladder:alarm", args=[self.public_id])

    @property
    def behind(self) -> Rung:
        return Rung(self.passed)

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE


class Call(SchoolOwned):
    """Somebody was told of an alarm: who, why they, by which message, when. Never changed."""

    class Part(models.TextChoices):
        """As what they were told."""

        STUDENT = "student", _("Student")
        ADVISOR = "advisor", _("Advisor")
        MENTOR = "mentor", _("Mentor")
        OFFICE = "office", _("Office")
        FAMILY = "family", _("Family")
        PRINCIPAL = "principal", _("Principal")
        OVER = "over", _("That it is over")

    alarm = models.ForeignKey(Alarm, models.CASCADE, related_name="calls")
    round = models.PositiveSmallIntegerField(default=1)
    part = models.CharField(max_length=10, choices=Part)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    notice = models.ForeignKey(Notice, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["alarm", "round", "part", "person"], name="one_call_per_rung_and_person"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "alarm"])]
