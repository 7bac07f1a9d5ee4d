"""Somebody asks to have a record put right; who is refused may be heard, and have their say attached."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.disclosures.models import Statement
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.rights.models.request import RecordsRequest
from kindling.schools.models import Person, SchoolOwned


class Amendment(SchoolOwned):
    """34 CFR 99.20 to 99.22. `kind` and `key`: the row it is about; empty where nobody named one."""

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        AGREED = "agreed", _("Put right")
        REFUSED = "refused", _("Not changed")
        HEARING = "hearing", _("To be heard")
        STANDS = "stands", _("Not changed after the hearing")
        ATTACHED = "attached", _("Their statement is attached")
        WITHDRAWN = "withdrawn", _("Taken back")

    STEPS: ClassVar = {
        "agree": Step((State.ASKED,), State.AGREED),
        "refuse": Step((State.ASKED,), State.REFUSED),
        "ask_hearing": Step((State.REFUSED,), State.HEARING),
        "uphold": Step((State.HEARING,), State.AGREED),
        "let_stand": Step((State.HEARING,), State.STANDS),
        "attach": Step((State.REFUSED, State.STANDS), State.ATTACHED),
        "withdraw": Step((State.ASKED, State.HEARING), State.WITHDRAWN),
    }
    OPEN: ClassVar = (State.ASKED, State.HEARING)

    student = models.ForeignKey(Student, models.PROTECT, related_name="amendments")
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asker = models.CharField(max_length=200)
    way = models.CharField(max_length=6, choices=RecordsRequest.Way)
    kind = models.CharField(max_length=80, default="", blank=True)
    key = models.CharField(max_length=14, default="", blank=True)
    title = models.CharField(max_length=300, default="", blank=True)
    wrong = models.TextField(max_length=2000)
    wanted = models.TextField(max_length=2000)
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField()
    answer = models.TextField(max_length=2000, default="", blank=True)  # what was done, or why not
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    hearing_at = models.DateTimeField(null=True)
    hearing_place = models.CharField(max_length=200, default="", blank=True)
    heard_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    heard_with = models.CharField(max_length=500, default="", blank=True)  # who else was there
    outcome = models.TextField(max_length=4000, default="", blank=True)  # the evidence, and why
    statement = models.OneToOneField(Statement, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(heard_by__isnull=True)
                | Q(answered_by__isnull=True)
                | ~Q(heard_by=F("answered_by")),
                name="who_refused_does_not_hear",
            ),
            models.CheckConstraint(
                condition=~Q(state="attached") | Q(statement__isnull=False),
                name="attached_has_a_statement",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "asked_at"])]

    def __str__(self) -> str:
        return self.title or self.asker

    def get_absolute_url(self) -> str:
        return url("rights:amendment", self.public_id)
