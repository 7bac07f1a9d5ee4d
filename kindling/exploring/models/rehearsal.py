"""The first call, written down and said aloud before it counts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity


class Rehearsal(SchoolOwned):
    """A student practises a call, a letter or a visit; the advisor says ready, or what to work on."""

    class Kind(models.TextChoices):
        CALL = "call", _("A call")
        EMAIL = "email", _("An e-mail")
        VISIT = "visit", _("Going there")

    class State(models.TextChoices):
        HANDED_IN = "handed_in", _("Handed in")
        RETURNED = "returned", _("Work on it")
        DRAFT = "draft", _("Begun")
        READY = "ready", _("Ready")

    STEPS: ClassVar = {
        "write": Step((State.DRAFT, State.RETURNED), State.DRAFT),
        "hand_in": Step((State.DRAFT, State.RETURNED), State.HANDED_IN),
        "mark_ready": Step((State.HANDED_IN,), State.READY),
        "return": Step((State.HANDED_IN,), State.RETURNED),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="rehearsals")
    kind = models.CharField(max_length=5, choices=Kind)
    opportunity = models.ForeignKey(
        Opportunity, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lines = models.JSONField(default=dict, blank=True)  # part of the script → the student's words
    checked = models.JSONField(default=list, blank=True)  # keys of the checklist
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reply = models.TextField(max_length=2000, default="", blank=True)
    reply_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ready_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "state"])]

    def __str__(self) -> str:
        return f"{self.student} · {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return url("exploring:rehearsal", self.public_id)
