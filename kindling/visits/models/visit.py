"""A visit, call, mail or video talk with the place where a student learns."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.outreach.models import Contact
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned


class Visit(SchoolOwned):
    """Planned, done, noted. What is written is for advisor and leaders; what is shared, apart."""

    class Kind(models.TextChoices):
        VISIT = "visit", _("Visit")
        CALL = "call", _("Call")
        MAIL = "mail", _("Letter or e-mail")
        VIDEO = "video", _("Video call")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        DONE = "done", _("Done, no note yet")
        NOTED = "noted", _("Noted")
        FOLLOW_UP = "follow_up", _("Something to do")
        CLOSED = "closed", _("Closed")
        CANCELLED = "cancelled", _("Did not happen")

    class Fit(models.TextChoices):
        GOOD = "good", _("It fits")
        EASY = "easy", _("Too easy")
        HARD = "hard", _("Too hard")
        UNSURE = "unsure", _("Could not tell")

    class Safety(models.TextChoices):
        FINE = "fine", _("Yes")
        TALK = "talk", _("Something to talk about")
        STOP = "stop", _("No")

    class Whom(models.TextChoices):
        STUDENT = "student", _("The student")
        MENTOR = "mentor", _("The mentor")
        BOTH = "both", _("Both")

    HAPPENED: ClassVar = (State.DONE, State.NOTED, State.FOLLOW_UP, State.CLOSED)
    STEPS: ClassVar = {
        "do": Step((State.PLANNED,), State.DONE),
        "note": Step(HAPPENED, State.NOTED),
        "follow": Step(HAPPENED, State.FOLLOW_UP),
        "close": Step((State.NOTED, State.FOLLOW_UP), State.CLOSED),
        "cancel": Step((State.PLANNED,), State.CANCELLED),
    }
    NOTE: ClassVar = (
        "with_student", "with_mentor", "with_others", "attendance", "tasks", "fit", "safety",
        "unsafe", "mentor_said", "progress", "goals", "next_step", "next_on",
    )  # fmt: skip

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="visits")
    student = models.ForeignKey(Student, models.CASCADE, related_name="visits")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.VISIT)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    planned_on = models.DateField(null=True)
    planned_at = models.TimeField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)  # within the round of that day
    on = models.DateField(null=True)  # when it happened
    miles = models.DecimalField(
        max_digits=6, decimal_places=1, null=True, validators=[MinValueValidator(0)]
    )

    with_student = models.BooleanField(default=False)
    with_mentor = models.BooleanField(default=False)
    with_others = models.CharField(max_length=200, default="", blank=True)
    attendance = models.TextField(max_length=2000, default="", blank=True)
    tasks = models.TextField(max_length=2000, default="", blank=True)
    fit = models.CharField(max_length=10, choices=Fit, default="", blank=True)
    safety = models.CharField(max_length=10, choices=Safety, default="", blank=True)
    unsafe = models.TextField(max_length=2000, default="", blank=True)
    mentor_said = models.TextField(max_length=2000, default="", blank=True)
    progress = models.TextField(max_length=2000, default="", blank=True)
    goals = models.TextField(max_length=2000, default="", blank=True)
    next_step = models.CharField(max_length=300, default="", blank=True)
    next_on = models.DateField(null=True, blank=True)

    shared = models.TextField(max_length=2000, default="", blank=True)
    shared_with = models.CharField(max_length=10, choices=Whom, default="", blank=True)
    shared_at = models.DateTimeField(null=True)
    # Its line in the log of contacts with the site, without a word of the note.
    contact = models.OneToOneField(Contact, models.PROTECT, null=True, related_name="visit")
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: sent once)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "tap"], name="one_visit_per_tap"),
            models.UniqueConstraint(
                fields=["placement", "planned_on", "kind"],
                condition=models.Q(state="planned"),
                name="one_planned_visit_a_day",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "-on"]),
            models.Index(fields=["placement", "-on"]),
            models.Index(fields=["school", "on"]),
            models.Index(fields=["school", "state", "planned_on"]),
            models.Index(fields=["by", "planned_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.placement.site}"

    def get_absolute_url(self) -> str:
        return url("visits:visit", self.public_id)

    @property
    def day(self) -> object:
        """When it was, or is to be."""
        return self.on or self.planned_on
