"""The internship day: what the student says, what the mentor says, what staff settle."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned, Term


class DayQuerySet(PeersQuerySet["Day"]):
    def for_list(self) -> DayQuerySet:
        """What a list of days reads, and no more."""
        related = ("student__person", "placement__site", "placement__mentor")
        return self.select_related(*related).order_by("-on", "-pk")


class Day(SchoolOwned):
    """One student's day at one site, from the moment anybody says something about it.

    Days on which nobody has said a word follow from placement, calendar and closures
    (attendance.expected). Three voices stand side by side; `minutes` is what counts.
    """

    class State(models.TextChoices):
        CHECKED_IN = "checked_in", _("Checked in")
        CHECKED_OUT = "checked_out", _("Checked out")
        CONFIRMED = "confirmed", _("Confirmed")
        DISPUTED = "disputed", _("The times differ")
        SETTLED = "settled", _("Settled")
        ABSENT = "absent", _("Was not there")

    class Standing(models.TextChoices):
        """How the day's minutes count."""

        NONE = "none", _("Nothing to count yet")
        WAITING = "waiting", _("Waiting for the mentor")
        CONFIRMED = "confirmed", _("Confirmed")
        DISPUTED = "disputed", _("To be settled")

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="days")
    student = models.ForeignKey(Student, models.PROTECT, related_name="days")
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    planned_starts_at = models.TimeField(null=True)
    planned_ends_at = models.TimeField(null=True)
    state = models.CharField(max_length=12, choices=State)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.NONE)
    minutes = models.PositiveSmallIntegerField(default=0)

    goal = models.CharField(max_length=300, default="", blank=True)
    line = models.TextField(max_length=2000, default="", blank=True)  # the student's, at check-out
    student_in_at = models.DateTimeField(null=True)
    student_out_at = models.DateTimeField(null=True)

    mentor_in_at = models.DateTimeField(null=True)
    mentor_out_at = models.DateTimeField(null=True)
    mentor_said_at = models.DateTimeField(null=True)
    mentor_note = models.TextField(max_length=2000, default="", blank=True)
    mentor_note_is_shared = models.BooleanField(default=False)  # the student reads it too

    settled_minutes = models.PositiveSmallIntegerField(null=True)
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    settled_reason = models.CharField(max_length=500, default="", blank=True)

    objects = DayQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "on"], name="one_day_per_placement"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "on"]),
            models.Index(fields=["student", "on"]),
            models.Index(fields=["school", "standing", "on"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.on}"


class Entry(SchoolOwned):
    """One thing somebody said about a day. Never changed: a correction is another entry."""

    class Voice(models.TextChoices):
        STUDENT = "student", _("Student")
        MENTOR = "mentor", _("Mentor")
        STAFF = "staff", _("Staff")

    class Kind(models.TextChoices):
        CHECK_IN = "check_in", _("Checked in")
        CHECK_OUT = "check_out", _("Checked out")
        CONFIRM = "confirm", _("Confirmed")
        CORRECT = "correct", _("Corrected the times")
        ABSENT = "absent", _("Was not there")
        NOTE = "note", _("Wrote a note")
        SETTLE = "settle", _("Settled")

    day = models.ForeignKey(Day, models.CASCADE, related_name="entries")
    voice = models.CharField(max_length=10, choices=Voice)
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()  # when it was said
    in_at = models.DateTimeField(null=True)
    out_at = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(max_length=2000, default="", blank=True)
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: a double tap)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "tap"], name="one_entry_per_tap"),
        ]


class Hours(SchoolOwned):
    """Minutes of one placement in one term, kept up on every write; never added up on a page."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="hours")
    student = models.ForeignKey(Student, models.CASCADE, related_name="hours")
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    confirmed = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    disputed = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "term"], name="one_sum_of_hours"),
            models.UniqueConstraint(
                fields=["placement"],
                condition=models.Q(term__isnull=True),
                name="one_sum_of_hours_between_terms",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "term"])]

    @property
    def total(self) -> int:
        return self.confirmed + self.waiting + self.disputed
