"""What a piece has to do with: an item of a plan, a project, a goal of the school's or of the student's own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from kindling.evidence.models.evidence import Evidence
from kindling.goals.models import Goal, OwnGoal
from kindling.plans.models import PlanItem
from kindling.projects.models import Project
from kindling.schools.models import SchoolOwned

TARGETS = ("plan_item", "project", "goal", "own_goal")


def one_of(names: tuple[str, ...]) -> Q:
    """Exactly one of these is set."""
    found = Q()
    for name in names:
        others = Q(**{f"{other}__isnull": True for other in names if other != name})
        found |= Q(**{f"{name}__isnull": False}) & others
    return found


class Tag(SchoolOwned):
    """One link from a piece to one thing."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="tags")
    plan_item = models.ForeignKey(PlanItem, models.PROTECT, null=True, related_name="evidence_tags")
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="evidence_tags")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="evidence_tags")
    own_goal = models.ForeignKey(OwnGoal, models.PROTECT, null=True, related_name="evidence_tags")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=one_of(TARGETS), name="tag_has_one_target"),
            *(
                models.UniqueConstraint(
                    fields=["evidence", name],
                    condition=Q(**{f"{name}__isnull": False}),
                    name=f"one_tag_per_{name}",
                )
                for name in TARGETS
            ),
        ]

    @property
    def kind(self) -> str:
        return next(name for name in TARGETS if getattr(self, f"{name}_id"))

    @property
    def target(self) -> Any:
        """The thing itself."""
        return getattr(self, self.kind)
