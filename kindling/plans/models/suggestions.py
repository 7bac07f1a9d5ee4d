"""A change of the plan that others would make. The student takes it in, or says why not."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.plans.models.items import PlanItem
from kindling.schools.models import Person, SchoolOwned


class Suggestion(SchoolOwned):
    """Words for the next plan. They stay as they were said; only what becomes of them moves."""

    class Source(models.TextChoices):
        EXHIBITION = "exhibition", _("Exhibition")
        NARRATIVE = "narrative", _("Narrative")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for an answer")
        ACCEPTED = "accepted", _("Taken into the plan")
        DECLINED = "declined", _("Not taken")

    STEPS: ClassVar = {
        "accept": Step((State.WAITING, State.DECLINED), State.ACCEPTED),
        "decline": Step((State.WAITING,), State.DECLINED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="plan_suggestions")
    words = models.TextField(max_length=2000)
    source = models.CharField(max_length=10, choices=Source)
    label = models.CharField(max_length=200, default="", blank=True)  # which one, of what day
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    reason = models.TextField(max_length=1000, default="", blank=True)  # why it is not taken
    settled_at = models.DateTimeField(null=True)
    # Accepted and None: it goes into the plan that is begun next.
    item = models.OneToOneField(PlanItem, models.SET_NULL, null=True, related_name="suggested_by")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "state"])]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return url("plans:suggestions", self.student.public_id)
