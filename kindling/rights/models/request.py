"""Somebody asks to see a record; a person decides about each item of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.disclosures.models import Disclosure
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned

CLOCK = timedelta(days=45)  # 34 CFR 99.10(b): from the day it was asked


class RecordsRequest(SchoolOwned):
    """One asking. The clock runs from the day it was asked, whoever has to be checked first.

    `is_held`: who asks may have no right to it. They read what everybody reads; staff decide.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        VERIFIED = "verified", _("Being put together")
        PROVIDED = "provided", _("Given")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Way(models.TextChoices):
        PAGE = "page", _("On the page")
        LINK = "link", _("Behind a link")
        LETTER = "letter", _("By letter")
        SPOKEN = "spoken", _("In person or on the phone")

    class Given(models.TextChoices):
        LINK = "link", _("As a link that asks for a code")
        PAPER = "paper", _("On paper")
        HERE = "here", _("Looked at in the office")

    STEPS: ClassVar = {
        "verify": Step((State.ASKED,), State.VERIFIED),
        "provide": Step((State.VERIFIED,), State.PROVIDED),
        "refuse": Step((State.ASKED, State.VERIFIED), State.REFUSED),
        "withdraw": Step((State.ASKED, State.VERIFIED), State.WITHDRAWN),
    }
    OPEN: ClassVar = (State.ASKED, State.VERIFIED)

    student = models.ForeignKey(Student, models.PROTECT, related_name="records_requests")
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asker = models.CharField(max_length=200)  # as they are called, also where nobody knows them
    way = models.CharField(max_length=6, choices=Way)
    words = models.TextField(max_length=2000, default="", blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    is_held = models.BooleanField(default=False)
    asked_on = models.DateField()
    due_on = models.DateField()  # the last day counts
    reminded_on = models.DateField(null=True)
    verified_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    verified_how = models.CharField(max_length=300, default="", blank=True)
    refused_why = models.TextField(max_length=2000, default="", blank=True)  # for staff alone
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    given = models.CharField(max_length=5, choices=Given, default="", blank=True)
    disclosure = models.OneToOneField(Disclosure, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "asked_by"],
                condition=Q(state__in=("asked", "verified"), asked_by__isnull=False),
                name="one_open_records_request",
            ),
            models.CheckConstraint(
                condition=~Q(state="provided")
                | Q(verified_by__isnull=False, disclosure__isnull=False),
                name="provided_to_who_was_checked_and_logged",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("asked_on")), name="records_due_after_asked"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "due_on"])]

    def __str__(self) -> str:
        return f"{self.asker} · {self.student}"

    def get_absolute_url(self) -> str:
        return url("rights:request", self.public_id)

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    def days_left(self, today: date) -> int:
        """Days until it is due; below zero when it is late."""
        return (self.due_on - today).days


class RecordsItem(SchoolOwned):
    """One thing of the record, and what a person decided about it."""

    class Decision(models.TextChoices):
        OPEN = "open", _("Not decided")
        GIVE = "give", _("Give")
        PART = "part", _("Give without some words")
        HOLD = "hold", _("Hold back")

    class Basis(models.TextChoices):
        OTHERS = "others", _("It tells about another student (34 CFR 99.12)")
        SOLE = "sole", _("One person’s own notes, shown to nobody (34 CFR 99.3)")
        STUDENTS = "students", _("The student wrote it for themselves alone")
        COURT = "court", _("A court, or an order that binds the school, forbids it (34 CFR 99.4)")
        LAW = "law", _("Kept by a police unit of the school, apart (34 CFR 99.8)")
        TREATMENT = "treatment", _("Made by who treats the student, from eighteen on (34 CFR 99.3)")
        SAFETY = "safety", _("A state’s law protects who reported a danger")
        INQUIRY = "inquiry", _("A state’s law keeps it closed while an inquiry goes on")
        NONE = "none", _("It is no record about this student")

    # Held back for these, nothing says that there is something: a held line would tell whom a
    # report protects, or against whom it is.
    SILENT: ClassVar = (Basis.SAFETY, Basis.INQUIRY, Basis.NONE)

    request = models.ForeignKey(RecordsRequest, models.CASCADE, related_name="items")
    area = models.CharField(max_length=40)  # the class of record: an app's label
    kind = models.CharField(max_length=80)  # "plans.Plan"
    keys = models.JSONField()  # public ids of the rows, one or many alike
    title = models.CharField(max_length=300)
    on = models.DateField(null=True)  # of the first row
    until = models.DateField(null=True)  # of the last row
    names = models.CharField(max_length=300, default="", blank=True)  # other students it may name
    is_sealed = models.BooleanField(default=False)  # nobody opens it to decide
    decision = models.CharField(max_length=4, choices=Decision, default=Decision.OPEN)
    basis = models.CharField(max_length=9, choices=Basis, default="", blank=True)
    covered = models.JSONField(default=list)  # words left out
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(decision__in=("hold", "part")) | ~Q(basis=""),
                name="held_back_with_a_basis",
            ),
            models.CheckConstraint(
                condition=Q(decision="open") | Q(decided_by__isnull=False),
                name="decided_by_a_person",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["request", "area"])]
        ordering: ClassVar = ["area", "kind", "on", "pk"]

    def __str__(self) -> str:
        return self.title
