"""One student's plan for one term, and what the school asks of every plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.peers import PeersQuerySet
from kindling.meetings.models import Meeting
from kindling.people.models import Student
from kindling.plans.models.covers import CoverSheet
from kindling.schools.models import SchoolOwned, Term


class Party(models.TextChoices):
    """Who signs a plan, in the order in which they are read."""

    STUDENT = "student", _("Student")
    FAMILY = "family", _("Family")
    ADVISOR = "advisor", _("Advisor")
    MENTOR = "mentor", _("Mentor")


class PlanRules(SchoolOwned):
    """What a school asks of every plan. Without a row: as written here."""

    minimum_goals = models.PositiveSmallIntegerField(default=3)  # of the school's, touched by items
    needs_own_goal = models.BooleanField(default=True)
    signs_student = models.BooleanField(default=True)
    signs_family = models.BooleanField(default=True)
    signs_advisor = models.BooleanField(default=True)
    signs_mentor = models.BooleanField(default=True)  # where the student is placed
    meetings_per_year = models.PositiveSmallIntegerField(default=3)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_set_of_plan_rules"),
        ]

    @property
    def parties(self) -> list[str]:
        """Who signs, in the order of reading."""
        return [party for party in Party.values if getattr(self, f"signs_{party}")]


class PlanQuerySet(PeersQuerySet["Plan"]):
    def for_page(self) -> PlanQuerySet:
        return self.select_related("student__person", "term__year", "cover", "meeting")


class Plan(SchoolOwned):
    """What a student means to do in a term. Its words and items may still change; a version not."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being written")
        SCHEDULED = "scheduled", _("Meeting set")
        MEETING = "meeting", _("In the meeting")
        PROPOSED = "proposed", _("To be signed")
        PART = "part", _("Some have signed")
        ACTIVE = "active", _("Signed and running")
        EXHIBITED = "exhibited", _("Exhibited")
        REFLECTED = "reflected", _("Looked back on")
        CLOSED = "closed", _("Closed")

    WRITING: ClassVar = (State.DRAFT, State.SCHEDULED, State.MEETING)
    SIGNING: ClassVar = (State.PROPOSED, State.PART)
    RUNNING: ClassVar = (State.ACTIVE, State.EXHIBITED, State.REFLECTED)

    STEPS: ClassVar = {
        "schedule": Step((State.DRAFT,), State.SCHEDULED),
        "unschedule": Step((State.SCHEDULED,), State.DRAFT),
        "meet": Step((State.DRAFT, State.SCHEDULED), State.MEETING),
        "propose": Step(WRITING, State.PROPOSED),
        "begin_signing": Step((State.PROPOSED,), State.PART),
        "return": Step(SIGNING, State.DRAFT),
        "begin": Step(SIGNING, State.ACTIVE),
        "exhibit": Step((State.ACTIVE,), State.EXHIBITED),
        "reflect": Step((State.ACTIVE, State.EXHIBITED), State.REFLECTED),
        "close": Step((State.REFLECTED,), State.CLOSED),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="plans")
    term = models.ForeignKey(Term, models.PROTECT, related_name="plans")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="plans")
    cover = models.ForeignKey(CoverSheet, models.PROTECT, null=True, related_name="plans")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    state_since = models.DateTimeField()
    focus = models.TextField(max_length=4000, default="", blank=True)
    # A change of a signed plan is being written, or waits for names.
    is_changing = models.BooleanField(default=False)
    change_reason = models.TextField(max_length=1000, default="", blank=True)
    shared_at = models.DateTimeField(null=True)  # the family reads it before it is proposed
    exhibited_on = models.DateField(null=True, blank=True)
    learned = models.TextField(max_length=8000, default="", blank=True)  # looking back
    proud_of = models.TextField(max_length=4000, default="", blank=True)
    next_time = models.TextField(max_length=4000, default="", blank=True)
    # Rolled up on write, for lists.
    item_count = models.PositiveSmallIntegerField(default=0)
    goal_count = models.PositiveSmallIntegerField(default=0)  # of the school's, touched
    own_goal_count = models.PositiveSmallIntegerField(default=0)
    remark_count = models.PositiveSmallIntegerField(default=0)
    suggestion_count = models.PositiveSmallIntegerField(default=0)  # wait for the student
    serves_support = models.BooleanField(default=False)  # asked only where it could be
    version_count = models.PositiveSmallIntegerField(default=0)
    waits_for = models.CharField(max_length=60, default="", blank=True)  # parties, by commas
    changed_at = models.DateTimeField()

    objects = PlanQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["student", "term"], name="one_plan_per_term"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "term", "state"]),
            models.Index(
                fields=["school", "state_since"],
                condition=~Q(state="closed"),
                name="plan_not_closed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.term}"

    def get_absolute_url(self) -> str:
        return url("plans:plan", self.public_id)

    @property
    def is_being_written(self) -> bool:
        """Say whether its words may change now; names under it are asked for separately."""
        if self.is_changing:
            return not self.waits_for
        return self.state in self.WRITING

    @property
    def unsigned(self) -> list[str]:
        """The parties that have not signed what is proposed."""
        return [party for party in self.waits_for.split(",") if party]
