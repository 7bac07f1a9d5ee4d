"""What takes a matter from a guardian, and what a grown student gives: rows that are never rewritten."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.people.matters import SHARED, Matter
from kindling.people.models.people import Student
from kindling.schools.models import Person, SchoolOwned


class Kept(SchoolOwned):
    """A decision: written once, ended once. What it said stays."""

    ONCE: ClassVar = frozenset({"ended_at", "ended_by", "ended_by_id"})

    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; later only its end may be written."""
        changed = set(kwargs.get("update_fields") or ())
        if not self._state.adding and not (changed and changed <= self.ONCE):
            raise TypeError("A decision about rights is written once. Write another one.")
        super().save(*args, **kwargs)


class Limit(Kept):
    """One matter into which one guardian is not let, why, and who wrote it down.

    It binds the adult and the student, not the connection: whoever is connected again is bound again.
    """

    class Basis(models.TextChoices):
        COURT = "court", _("Court order")
        SAFETY = "safety", _("Safety plan")
        FOSTER = "foster", _("Foster care: somebody else decides")
        HOUSEHOLD = "household", _("Second household, as both agreed")
        OTHER = "other", _("Another reason, written below")

    student = models.ForeignKey(Student, models.CASCADE, related_name="limits")
    adult = models.ForeignKey(Person, models.CASCADE, related_name="+")
    matter = models.CharField(max_length=6, choices=Matter)
    basis = models.CharField(max_length=10, choices=Basis)
    words = models.CharField(max_length=500, default="", blank=True)  # which order, of what day
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="limit_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["student"], condition=Q(ended_at__isnull=True), name="open_limits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_basis_display()}: {self.get_matter_display()}"


class Transfer(Kept):
    """What the school said when a student turned eighteen: the rights are theirs, or family reads on."""

    class Outcome(models.TextChoices):
        STUDENT = "student", _("The rights are the student’s")
        DEPENDENT = "dependent", _("The family reads on: the student is their dependent")

    student = models.ForeignKey(Student, models.CASCADE, related_name="transfers")
    outcome = models.CharField(max_length=9, choices=Outcome)
    basis = models.CharField(max_length=500, default="", blank=True)  # what was shown, of what year
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # of a dependent: the last day it holds

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student"], condition=Q(ended_at__isnull=True), name="one_standing_transfer"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="dependent") | (Q(until_on__isnull=False) & ~Q(basis="")),
                name="dependent_says_why_and_until_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_outcome_display())


class Sharing(Kept):
    """A matter into which a student of age lets one of their family. Never deciding, never journals."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="sharings")
    adult = models.ForeignKey(Person, models.CASCADE, related_name="+")
    matter = models.CharField(max_length=6, choices=Matter)
    since_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "adult", "matter"],
                condition=Q(ended_at__isnull=True),
                name="one_open_sharing_of_a_matter",
            ),
            models.CheckConstraint(
                condition=Q(matter__in=[one.value for one in SHARED]), name="nobody_shares_deciding"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult}: {self.get_matter_display()}"
