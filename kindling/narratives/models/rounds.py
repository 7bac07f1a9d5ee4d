"""A term's narratives: until when, in which parts, who reads them before the families."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned, Term


class NarrativeChoice(SchoolOwned):
    """What a school chose for its narratives. Without a row: as written here."""

    # Released narratives may be sent to the translator that this installation names.
    translates = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_narrative_choice"),
        ]


class NarrativeRound(SchoolOwned):
    """One term's narratives."""

    class State(models.TextChoices):
        OPEN = "open", _("Under way")
        CLOSED = "closed", _("Kept")

    STEPS: ClassVar = {"close": Step((State.OPEN,), State.CLOSED)}

    term = models.ForeignKey(Term, models.PROTECT, related_name="narrative_rounds")
    title = models.CharField(max_length=120)
    grades = models.CharField(max_length=120, default="", blank=True)  # by commas; "" is all
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    student_due_on = models.DateField()
    advisor_due_on = models.DateField()
    release_on = models.DateField()  # when families shall have them
    reader_reads = models.BooleanField(default=False)  # another advisor, before the principal
    principal_reads = models.BooleanField(default=True)
    # A release that was asked for a day: by whom, and whether without those that are not ready.
    planned_on = models.DateField(null=True, blank=True)
    planned_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    planned_without = models.BooleanField(default=False)
    planned_said_on = models.DateField(null=True, blank=True)  # who planned it was told it cannot

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "-release_on"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("narratives:round", self.public_id)

    @property
    def grade_list(self) -> list[str]:
        return [one for one in self.grades.split(",") if one]


class Section(SchoolOwned):
    """One heading of a round's narratives, and who writes below it."""

    round = models.ForeignKey(NarrativeRound, models.CASCADE, related_name="sections")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    hint = models.CharField(max_length=300, default="", blank=True)
    student_words = models.PositiveSmallIntegerField(default=0)  # a target; 0: they do not write it
    advisor_words = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="one_section_per_number"),
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return self.title
