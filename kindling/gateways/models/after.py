"""Where a student goes after school: a first way, a second one, and what each asks by when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class Pathway(models.TextChoices):
    FOUR_YEAR = "four_year", _("Four-year college")
    TWO_YEAR = "two_year", _("Two-year college")
    TRADE = "trade", _("Trade or apprenticeship")
    CERTIFICATE = "certificate", _("Certificate course")
    WORK = "work", _("Work")
    MILITARY = "military", _("Military")
    SERVICE = "service", _("National service")
    GAP = "gap", _("A year of travel or something else")
    OWN = "own", _("A business of my own")
    OPEN = "open", _("Not decided yet")


class AfterPlan(SchoolOwned):
    """One a student. The advisor's yes is to what it says; a change takes a new one."""

    class State(models.TextChoices):
        DRAFT = "draft", _("In writing")
        HANDED_IN = "handed_in", _("Handed in")
        AGREED = "agreed", _("Agreed")

    STEPS: ClassVar = {
        "hand_in": Step((State.DRAFT,), State.HANDED_IN),
        "give_back": Step((State.HANDED_IN,), State.DRAFT),
        "agree": Step((State.HANDED_IN,), State.AGREED),
        "reopen": Step((State.HANDED_IN, State.AGREED), State.DRAFT),
    }
    FIELDS: ClassVar = (
        "goal", "why", "needs", "money", "people", "links", "plan_b", "first_days",
    )  # fmt: skip

    student = models.OneToOneField(Student, models.PROTECT, related_name="after_plan")
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    since = models.DateTimeField()
    pathway = models.CharField(max_length=11, choices=Pathway, default=Pathway.OPEN)
    second = models.CharField(max_length=11, choices=Pathway, default="", blank=True)
    goal = models.TextField(default="", blank=True)
    why = models.TextField(default="", blank=True)
    needs = models.TextField(default="", blank=True)  # what it asks of me
    money = models.TextField(default="", blank=True)
    people = models.TextField(default="", blank=True)  # adults to ask
    links = models.TextField(default="", blank=True)  # what my internships have to do with it
    plan_b = models.TextField(default="", blank=True)
    first_days = models.TextField(default="", blank=True)  # the first ninety
    comment = models.CharField(max_length=2000, default="", blank=True)  # the advisor's last

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "since"])]

    def __str__(self) -> str:
        return str(self.student)

    def get_absolute_url(self) -> str:
        return url("gateways:after", self.student.public_id)


class Choice(SchoolOwned):
    """One of the ways a student looks at: a college, a shop, a programme, with its next day."""

    class State(models.TextChoices):
        LOOKING = "looking", _("Looking at it")
        APPLIED = "applied", _("Applied")
        ACCEPTED = "accepted", _("They said yes")
        DECLINED = "declined", _("They said no")
        CHOSEN = "chosen", _("I go there")
        LEFT = "left", _("Left it")

    plan = models.ForeignKey(AfterPlan, models.CASCADE, related_name="choices")
    name = models.CharField(max_length=200)
    pathway = models.CharField(max_length=11, choices=Pathway)
    state = models.CharField(max_length=8, choices=State, default=State.LOOKING)
    next_step = models.CharField(max_length=300, default="", blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True)  # the next step

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.name
