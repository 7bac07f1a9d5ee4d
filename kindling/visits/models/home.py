"""A visit at a student's home: what the family hopes, and, kept apart, what is sensitive."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class HomeVisit(SchoolOwned):
    """Planned, done, noted. Advisor, coordinator and principal read it; the student a part."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        DONE = "done", _("Done, no note yet")
        NOTED = "noted", _("Noted")
        CANCELLED = "cancelled", _("Did not happen")

    class Where(models.TextChoices):
        HOME = "home", _("At home")
        SCHOOL = "school", _("At school")
        ELSEWHERE = "elsewhere", _("Somewhere else")
        VIDEO = "video", _("Video call")

    STEPS: ClassVar = {
        "do": Step((State.PLANNED,), State.DONE),
        "note": Step((State.PLANNED, State.DONE, State.NOTED), State.NOTED),
        "cancel": Step((State.PLANNED,), State.CANCELLED),
    }
    NOTE: ClassVar = (
        "present", "language", "hopes", "strengths", "interests", "best_contact", "follow_up",
        "follow_on", "for_student",
    )  # fmt: skip

    student = models.ForeignKey(Student, models.CASCADE, related_name="home_visits")
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    where = models.CharField(max_length=10, choices=Where, default=Where.HOME)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    planned_on = models.DateField()
    planned_at = models.TimeField(null=True, blank=True)
    on = models.DateField(null=True)
    needs_interpreter = models.BooleanField(default=False)

    present = models.CharField(max_length=300, default="", blank=True)
    language = models.CharField(max_length=60, default="", blank=True)
    hopes = models.TextField(max_length=3000, default="", blank=True)
    strengths = models.TextField(max_length=3000, default="", blank=True)
    interests = models.TextField(max_length=3000, default="", blank=True)
    best_contact = models.CharField(max_length=300, default="", blank=True)
    follow_up = models.CharField(max_length=500, default="", blank=True)
    follow_on = models.DateField(null=True, blank=True)
    for_student = models.TextField(max_length=2000, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "planned_on"],
                condition=models.Q(state="planned"),
                name="one_home_visit_a_day",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "-planned_on"]),
            models.Index(fields=["school", "state", "planned_on"]),
            models.Index(fields=["school", "on"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.planned_on}"

    def get_absolute_url(self) -> str:
        return url("home_visits:visit", self.public_id)


class Sensitive(SchoolOwned):
    """What a family told in confidence. A row of its own, so that no other page reads it along."""

    visit = models.ForeignKey(HomeVisit, models.CASCADE, related_name="sensitive")
    text = models.TextField(max_length=4000)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["visit", "at"])]

    def __str__(self) -> str:
        # Where it shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id


class Opening(SchoolOwned):
    """Somebody read what is sensitive. Never changed."""

    visit = models.ForeignKey(HomeVisit, models.CASCADE, related_name="openings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["visit", "-at"])]
