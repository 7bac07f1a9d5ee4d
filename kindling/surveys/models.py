"""A short survey, whom it asks, what families decided, and sums of answers that name nobody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.consents.protected import Topic
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Survey(SchoolOwned):
    """A few questions to students of some grades or advisories, or of the whole school."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ANNOUNCED = "announced", _("Families are told")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        DROPPED = "dropped", _("Dropped")

    STEPS: ClassVar = {
        "announce": Step((State.DRAFT,), State.ANNOUNCED),
        "open": Step((State.ANNOUNCED,), State.OPEN),
        "close": Step((State.OPEN,), State.CLOSED),
        "drop": Step((State.DRAFT, State.ANNOUNCED, State.OPEN), State.DROPPED),
    }

    title = models.CharField(max_length=120)
    why = models.CharField(max_length=500)
    grades = models.JSONField(default=list)  # none and no advisory: the whole school
    advisories = models.JSONField(default=list)  # public ids
    needs_yes = models.BooleanField(default=False)  # a family has to agree; else it may say no
    opens_on = models.DateField()
    closes_on = models.DateField()  # the last day counts
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answers = models.PositiveIntegerField(default=0)  # how many students have answered

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="survey_closes_after_it_opens"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "opens_on"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("surveys:survey", self.public_id)


class SurveyQuestion(SchoolOwned):
    """One question with choices. No free words: a sentence tells who wrote it."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    choices = models.JSONField(default=list)  # two to seven short texts
    topic = models.CharField(max_length=8, choices=Topic, default="", blank=True)
    is_cleared = models.BooleanField(default=False)  # its words sound protected; somebody says no

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "position"], name="one_survey_question_per_position"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class SurveySum(SchoolOwned):
    """How often a choice was taken. There is no row of what one student answered."""

    question = models.ForeignKey(SurveyQuestion, models.CASCADE, related_name="sums")
    choice = models.PositiveSmallIntegerField()  # place in the question's choices
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "choice"], name="one_sum_per_choice"),
        ]


class Invitation(SchoolOwned):
    """A student whom a survey asks, and what their family decided."""

    class Says(models.TextChoices):
        OPEN = "", _("Nothing yet")
        YES = "yes", _("May answer")
        NO = "no", _("Does not take part")

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitations")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    says = models.CharField(max_length=3, choices=Says, default=Says.OPEN, blank=True)
    # That they have answered, for one answer each; what they answered stands nowhere.
    is_done = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "student"], name="one_invitation_per_survey_and_student"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "is_done"])]

    def get_absolute_url(self) -> str:
        return url("surveys:decide", self.public_id)


class FamilyAnswer(SchoolOwned):
    """What one who decides said about one survey; their last word. A no of one counts most."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="family_answers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["invitation", "person"], name="one_family_answer_per_person"
            ),
        ]
