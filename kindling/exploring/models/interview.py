"""Fifteen minutes with somebody about their work: prepared, held, thanked for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.exploring.models.experience import Experience
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity


class Interview(SchoolOwned):
    """A student asks somebody about their work. Held, it makes the record that counts."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Did not happen")

    STEPS: ClassVar = {
        "hold": Step((State.PLANNED,), State.HELD),
        "cancel": Step((State.PLANNED,), State.CANCELLED),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="interviews")
    opportunity = models.ForeignKey(
        Opportunity, models.SET_NULL, null=True, blank=True, related_name="interviews"
    )
    place = models.CharField(max_length=200)
    who = models.CharField(max_length=200)
    on = models.DateField()
    # [{"ask": …, "answer": …}], in the order in which they are asked.
    questions = models.JSONField(default=list, blank=True)
    notes = models.TextField(max_length=4000, default="", blank=True)
    thanked_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    experience = models.OneToOneField(
        Experience, models.PROTECT, null=True, related_name="interview"
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "on"])]

    def __str__(self) -> str:
        return f"{self.who} · {self.place}"

    def get_absolute_url(self) -> str:
        return url("exploring:interview", self.public_id)
