"""What good work looks like, criterion by criterion, in versions."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.goals.models.frameworks import Goal, new_identifier
from kindling.goals.models.scales import Level, Scale
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Rubric(SchoolOwned):
    """One version of a rubric; versions share their `key`. Published, it never changes."""

    class Use(models.TextChoices):
        PROJECT = "project", _("Projects")
        EXHIBITION = "exhibition", _("Exhibitions")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("In use")
        RETIRED = "retired", _("Earlier version")

    STEPS: ClassVar = {
        "publish": Step((State.DRAFT,), State.PUBLISHED),
        "retire": Step((State.PUBLISHED,), State.RETIRED),
    }

    key = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    use = models.CharField(max_length=12, choices=Use, default=Use.OTHER)
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=2000, default="", blank=True)
    scale = models.ForeignKey(Scale, models.PROTECT, related_name="rubrics")
    questions = models.JSONField(default=list)  # to ask oneself
    results = models.JSONField(default=list)  # what is agreed at the end; empty: nothing
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    identifier = models.CharField(max_length=60, default=new_identifier)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "key", "number"], name="one_rubric_per_number"
            ),
            models.UniqueConstraint(
                fields=["school", "key"], condition=Q(state="draft"), name="one_draft_rubric"
            ),
            models.UniqueConstraint(
                fields=["school", "key"],
                condition=Q(state="published"),
                name="one_published_rubric",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "use", "state"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("goals:rubric", self.public_id)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT


class Criterion(SchoolOwned):
    """One thing that is looked at."""

    rubric = models.ForeignKey(Rubric, models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, blank=True, related_name="+")
    identifier = models.CharField(max_length=60, default=new_identifier)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["rubric", "order"], name="one_criterion_per_place"),
        ]
        ordering: ClassVar = ["rubric", "order"]

    def __str__(self) -> str:
        return self.title


class Descriptor(SchoolOwned):
    """What a criterion looks like at one level."""

    criterion = models.ForeignKey(Criterion, models.CASCADE, related_name="descriptors")
    level = models.ForeignKey(Level, models.CASCADE, related_name="+")
    text = models.TextField(max_length=1000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["criterion", "level"], name="one_descriptor_per_level"),
        ]

    def __str__(self) -> str:
        return self.text
