"""Who was given what of a student's record, why, and on whose word. Only ever added to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.lasting import Lasting
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Basis(models.TextChoices):
    """Why it was allowed."""

    CONSENT = "consent", _("Somebody agreed")
    SHOWN = "shown", _("The student showed it")
    SCHOOL = "school", _("A school they go to next")
    WORKS = "works", _("They work for the school")
    LAW = "law", _("A law or a court asks for it")
    SAFETY = "safety", _("To keep somebody safe")
    RIGHT = "right", _("It is their right to see it")


class Disclosure(Lasting, SchoolOwned):
    """One time that somebody outside got something of a student's record."""

    student = models.ForeignKey(Student, models.PROTECT, related_name="disclosures")
    to = models.CharField(max_length=200)
    what = models.CharField(max_length=300)
    why = models.CharField(max_length=300)
    basis = models.CharField(max_length=7, choices=Basis)
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(Lasting.Meta):
        abstract = False
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(basis="consent") | Q(agreed_by__isnull=False),
                name="consent_is_somebodys",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "at"]),
            models.Index(fields=["school", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.what}"


class Statement(Lasting, SchoolOwned):
    """What a family or student of age says of a part of the record that the school did not change.

    It stands wherever that part is shown, and goes along when the part is given away (34 CFR 99.21).
    `kind` and `key`: the row ("narratives.Narrative" and its public id); both empty: all of it.
    """

    student = models.ForeignKey(Student, models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=80, default="", blank=True)
    key = models.CharField(max_length=14, default="", blank=True)
    title = models.CharField(max_length=300, default="", blank=True)
    words = models.TextField(max_length=4000)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    called = models.CharField(max_length=200)  # whose statement it is
    at = models.DateTimeField()

    class Meta(Lasting.Meta):
        abstract = False
        indexes: ClassVar = [models.Index(fields=["student", "kind", "key"])]

    def __str__(self) -> str:
        return self.title
