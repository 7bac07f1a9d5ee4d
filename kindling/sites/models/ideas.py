"""Places somebody knows of, and places a student keeps in mind."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.interests.areas import Area
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models.offers import Opportunity


class Suggestion(SchoolOwned):
    """A place somebody knows of and the school does not yet."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for the coordinator")
        ACCEPTED = "accepted", _("Added")
        MERGED = "merged", _("We know this place already")
        DECLINED = "declined", _("Not now")

    STEPS: ClassVar = {
        "accept": Step((State.WAITING,), State.ACCEPTED),
        "merge": Step((State.WAITING,), State.MERGED),
        "decline": Step((State.WAITING,), State.DECLINED),
    }

    by_person = models.ForeignKey(Person, models.PROTECT, related_name="suggestions")
    student = models.ForeignKey(Student, models.CASCADE, null=True, related_name="suggestions")
    name = models.CharField(max_length=200)
    what = models.TextField(max_length=2000, default="", blank=True)
    address = models.CharField(max_length=300, default="", blank=True)
    contact = models.CharField(max_length=300, default="", blank=True)
    area = models.CharField(max_length=20, choices=Area, default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.TextField(max_length=1000, default="", blank=True)
    opportunity = models.ForeignKey(Opportunity, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("sites:suggestion", self.public_id)


class Wish(SchoolOwned):
    """A student keeps this place in mind. Asks nobody."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="wishes")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="wishes")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "opportunity"], name="one_wish_per_place"),
        ]


class PutAway(SchoolOwned):
    """The student does not want to be offered this place again. Only they know."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "opportunity"], name="put_away_once"),
        ]
