"""How far a student has come with one goal: who says so, and what it rests on.

What somebody said is never written over: a second thought is another row.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.goals.models import Goal, Level
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Setting(models.TextChoices):
    """Where it showed."""

    SCHOOL = "school", _("At school")
    INTERNSHIP = "internship", _("At the internship")
    HOME = "home", _("At home")
    COMMUNITY = "community", _("In the community")


class Judgement(SchoolOwned):
    """One student and one goal of one version of a framework, from a proposal to an award.

    It always rests on a piece of evidence: without one there is no row.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waits for an adult")
        RATED = "rated", _("Judged")
        MODERATED = "moderated", _("Judged twice")
        ACCEPTED = "accepted", _("Agreed")
        RETURNED = "returned", _("Given back")
        AWARDED = "awarded", _("Awarded")

    OPEN: ClassVar = (
        State.PROPOSED, State.RATED, State.MODERATED, State.ACCEPTED, State.RETURNED,
    )  # fmt: skip
    STEPS: ClassVar = {
        "rate": Step((State.PROPOSED, State.RATED), State.RATED),
        "second": Step((State.RATED,), State.MODERATED),
        "accept": Step((State.RATED, State.MODERATED), State.ACCEPTED),
        "return": Step((State.PROPOSED, State.RATED, State.MODERATED), State.RETURNED),
        "propose": Step((State.RETURNED,), State.PROPOSED),
        "award": Step((State.ACCEPTED,), State.AWARDED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="judgements")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="judgements")
    rests_on = models.ForeignKey(Evidence, models.PROTECT, related_name="+")  # the first piece
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    level = models.ForeignKey(Level, models.PROTECT, null=True, related_name="+")  # agreed on
    since = models.DateTimeField()  # in this state
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")  # who began it
    needs_second = models.BooleanField(default=False)
    is_sample = models.BooleanField(default=False)  # the second was drawn, not asked for
    second = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(null=True)  # agreed, or awarded

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "goal"],
                condition=~Q(state="awarded"),
                name="one_open_judgement_per_goal",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["accepted", "awarded"]) | Q(level__isnull=False),
                name="agreed_judgement_has_a_level",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "state"]),
            models.Index(fields=["school", "state", "since"]),
            models.Index(fields=["second", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.goal}"

    def get_absolute_url(self) -> str:
        return url("judgements:judgement", self.public_id)


class JudgementEvidence(SchoolOwned):
    """A piece that a judgement rests on; none is ever taken off."""

    judgement = models.ForeignKey(Judgement, models.CASCADE, related_name="pieces")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="judged")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["judgement", "evidence"], name="one_piece_once"),
        ]


class Opinion(SchoolOwned):
    """What one person says, in one go. Never changed; of one voice the newest counts."""

    class Voice(models.TextChoices):
        SELF = "self", _("The student")
        FIRST = "first", _("Who judged")
        SECOND = "second", _("Who judged blind")
        AGREED = "agreed", _("What was agreed")

    class Sure(models.TextChoices):
        YES = "yes", _("Sure")
        FAIRLY = "fairly", _("Fairly sure")
        NO = "no", _("Not sure yet")

    judgement = models.ForeignKey(Judgement, models.CASCADE, related_name="opinions")
    voice = models.CharField(max_length=6, choices=Voice)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, null=True, related_name="+")
    setting = models.CharField(max_length=10, choices=Setting, default=Setting.SCHOOL)
    sure = models.CharField(max_length=6, choices=Sure, default=Sure.FAIRLY)
    comment = models.TextField(max_length=4000, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["judgement", "at"])]

    def __str__(self) -> str:
        return self.comment


class JudgementSettings(SchoolOwned):
    """What a school decides: of a hundred judgements so many are judged twice. No row: ten."""

    sample_percent = models.PositiveSmallIntegerField(default=10)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_judgement_settings_per_school"),
            models.CheckConstraint(
                condition=Q(sample_percent__lte=100), name="sample_is_at_most_all"
            ),
        ]
