"""What a plan is made of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.courses.models import Course
from kindling.goals.models import Goal, OwnGoal
from kindling.kit.addresses import url
from kindling.placements.models import Placement
from kindling.plans.models.plans import Plan
from kindling.projects.models import Project
from kindling.schools.models import SchoolOwned
from kindling.support.models import SupportGoal


class PlanItem(SchoolOwned):
    """One thing a student means to do: what, why, how, when, and what there will be to show."""

    class Progress(models.TextChoices):
        AHEAD = "ahead", _("Not begun")
        GOING = "going", _("Under way")
        DONE = "done", _("Done")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    experience = models.TextField(max_length=2000, default="", blank=True)
    objectives = models.TextField(max_length=2000, default="", blank=True)
    question = models.TextField(max_length=1000, default="", blank=True)
    product = models.TextField(max_length=2000, default="", blank=True)
    resources = models.TextField(max_length=2000, default="", blank=True)
    on_the_way = models.TextField(max_length=2000, default="", blank=True)
    at_exhibition = models.TextField(max_length=2000, default="", blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    placement = models.ForeignKey(
        Placement, models.SET_NULL, null=True, blank=True, related_name="plan_items"
    )
    course = models.ForeignKey(
        Course, models.SET_NULL, null=True, blank=True, related_name="plan_items"
    )
    project = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="plan_items"
    )
    progress = models.CharField(max_length=5, choices=Progress, default=Progress.AHEAD)
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="carried_to")
    dropped_at = models.DateTimeField(null=True)  # taken out; its words stay and can come back

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="plan_item_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["plan", "number"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("plans:item", self.public_id)

    @property
    def title(self) -> str:
        """Its first line, short enough for a list."""
        first = self.experience.strip().partition("\n")[0]
        return first if len(first) <= 90 else first[:88].rsplit(" ", 1)[0] + "…"  # noqa: PLR2004


class ItemGoal(SchoolOwned):
    """An item touches a goal: one of the school's, or one of the student's own."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="touches")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="+")
    own_goal = models.ForeignKey(OwnGoal, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(goal__isnull=True) ^ Q(own_goal__isnull=True),
                name="item_goal_is_one_of_two",
            ),
            models.UniqueConstraint(fields=["item", "goal"], name="one_goal_per_item"),
            models.UniqueConstraint(fields=["item", "own_goal"], name="one_own_goal_per_item"),
        ]

    @property
    def root(self) -> tuple[int, str] | None:
        """The school's goal it belongs to: (framework, first step of the path); None for an own one."""
        return (self.goal.framework_id, self.goal.path.partition(".")[0]) if self.goal else None


class ItemSupport(SchoolOwned):
    """An item serves a support goal. Only who reads that goal learns of it; no version names it."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="supports")
    support_goal = models.ForeignKey(SupportGoal, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "support_goal"], name="one_support_goal_per_item"
            ),
        ]
