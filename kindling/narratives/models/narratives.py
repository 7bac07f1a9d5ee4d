"""What a student and their advisor write about one term, and what was given to the family."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import Goal
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.narratives.models.rounds import NarrativeRound, Section
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Voice(models.TextChoices):
    """Whose words a part is."""

    STUDENT = "student", _("Student")
    ADVISOR = "advisor", _("Advisor")


class NarrativeQuerySet(PeersQuerySet["Narrative"]):
    def for_page(self) -> NarrativeQuerySet:
        return self.select_related("student__person", "advisor", "round__term__year")


class Narrative(SchoolOwned):
    """One student, one round. The state is the advisor's; the student's words have their own day."""

    class State(models.TextChoices):
        DUE = "due", _("The student writes first")
        DRAFTING = "drafting", _("The advisor writes")
        REVIEW = "review", _("Being read")
        RETURNED = "returned", _("Given back with a comment")
        READY = "ready", _("Ready for the family")
        RELEASED = "released", _("With the family")

    WRITING: ClassVar = (State.DUE, State.DRAFTING, State.RETURNED)

    STEPS: ClassVar = {
        "begin": Step((State.DUE,), State.DRAFTING),
        "submit": Step((State.DRAFTING, State.RETURNED), State.REVIEW),
        "return": Step((State.REVIEW, State.READY), State.RETURNED),
        "approve": Step((State.DRAFTING, State.RETURNED, State.REVIEW), State.READY),
        "release": Step((State.READY,), State.RELEASED),
    }

    round = models.ForeignKey(NarrativeRound, models.PROTECT, related_name="narratives")
    student = models.ForeignKey(Student, models.PROTECT, related_name="narratives")
    advisor = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who writes
    state = models.CharField(max_length=8, choices=State, default=State.DUE)
    student_done_at = models.DateTimeField(null=True)  # since when the advisor reads their words
    # Words of the advisor and of the student so far, kept with each save.
    advisor_words = models.PositiveIntegerField(default=0)
    student_words = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    # While a released one is put right: why. What was released stays until the next version.
    correcting_why = models.TextField(max_length=1000, default="", blank=True)
    version_count = models.PositiveSmallIntegerField(default=0)
    released_at = models.DateTimeField(null=True)  # the first time
    acknowledged_at = models.DateTimeField(null=True)  # somebody of the family, the first time

    objects = NarrativeQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "student"], name="one_narrative_per_round_and_student"
            ),
            models.CheckConstraint(
                condition=~Q(state="released") | Q(version_count__gt=0),
                name="a_released_narrative_has_a_version",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state"]),
            models.Index(fields=["student", "-released_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.round}"

    def get_absolute_url(self) -> str:
        return url("narratives:narrative", self.public_id)


class Part(SchoolOwned):
    """The words of one voice under one heading."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="parts")
    section = models.ForeignKey(Section, models.PROTECT, related_name="parts")
    voice = models.CharField(max_length=7, choices=Voice)
    text = models.TextField(max_length=20_000, default="", blank=True)
    words = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["narrative", "section", "voice"], name="one_part_per_section_and_voice"
            ),
        ]


class Citation(SchoolOwned):
    """What a paragraph rests on. Its number stands in the text: [3]."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="citations")
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=60)  # "piece:ab12…": kind and public id
    label = models.CharField(max_length=300)  # without a word that the family may not read
    url = models.CharField(max_length=300, default="", blank=True)  # for who may open it
    goals = models.JSONField(default=list)  # public ids of the goals at the top that it touches
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["narrative", "number"], name="one_citation_per_number"),
            models.UniqueConstraint(fields=["narrative", "source"], name="one_citation_per_source"),
        ]

    @property
    def kind(self) -> str:
        return self.source.partition(":")[0]


class Mention(SchoolOwned):
    """The advisor says: this narrative speaks of this goal."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="mentions")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["narrative", "goal"], name="one_mention_per_goal"),
        ]


class Idea(SchoolOwned):
    """A change for the next plan. The student gets it with the release and decides."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="ideas")
    words = models.CharField(max_length=1000)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)  # it waits in the student's plan since then
