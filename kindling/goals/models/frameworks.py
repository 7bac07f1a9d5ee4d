"""A framework is a tree of goals in versions. A published version never changes."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.goals.models.scales import Level, Scale
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


def new_identifier() -> str:
    """A CASE identifier: a UUID as text."""
    return str(uuid4())


class Framework(SchoolOwned):
    """One version of a tree of goals; the versions of one framework share its `key`."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("In use")
        RETIRED = "retired", _("Earlier version")

    class Source(models.TextChoices):
        SHIPPED = "shipped", _("Came with Kindling")
        OWN = "own", _("Our own")
        CASE = "case", _("Brought in from a CASE package")

    STEPS: ClassVar = {
        "publish": Step((State.DRAFT,), State.PUBLISHED),
        "retire": Step((State.PUBLISHED,), State.RETIRED),
    }

    key = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=2000, default="", blank=True)
    # Plans, projects and judgements are about these; others are standards to look up and to tag.
    is_planned = models.BooleanField(default=True)
    source = models.CharField(max_length=8, choices=Source, default=Source.OWN)
    scale = models.ForeignKey(Scale, models.PROTECT, null=True, related_name="frameworks")
    language = models.CharField(max_length=10, default="en")
    creator = models.CharField(max_length=300, default="", blank=True)
    licence = models.TextField(max_length=4000, default="", blank=True)
    changes = models.TextField(max_length=1000, default="", blank=True)  # since the one before
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # As CASE knows it; what a package said that we have no place for is kept and given back.
    identifier = models.CharField(max_length=60, default=new_identifier)
    uri = models.CharField(max_length=500, default="", blank=True)
    case = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "key", "number"], name="one_framework_per_number"
            ),
            models.UniqueConstraint(
                fields=["school", "key"], condition=Q(state="draft"), name="one_draft_framework"
            ),
            models.UniqueConstraint(
                fields=["school", "key"],
                condition=Q(state="published"),
                name="one_published_framework",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "is_planned"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("goals:framework", self.public_id)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT


class Goal(SchoolOwned):
    """A node of the tree, at any depth: goal, cluster, competency, indicator.

    The same goal in the next version is another row with the same `identifier`.
    """

    framework = models.ForeignKey(Framework, models.CASCADE, related_name="goals")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    order = models.PositiveIntegerField(default=1)  # among its siblings
    path = models.CharField(max_length=250, default="")  # "0002.0001": sorts as the tree is read
    code = models.CharField(max_length=60, default="", blank=True)  # ER1
    kind = models.CharField(max_length=120, default="", blank=True)  # Goal, Competency …
    title = models.CharField(max_length=300)
    question = models.CharField(max_length=300, default="", blank=True)
    text = models.TextField(max_length=6000, default="", blank=True)
    deprecated_at = models.DateTimeField(null=True)  # gone from its source; what hangs on it stays
    identifier = models.CharField(max_length=60, default=new_identifier)
    uri = models.CharField(max_length=500, default="", blank=True)
    case = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["framework", "identifier"], name="one_goal_per_identifier"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["framework", "path"]),
            models.Index(fields=["school", "identifier"]),
        ]
        ordering: ClassVar = ["framework", "path"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return url("goals:goal", self.public_id)

    @property
    def depth(self) -> int:
        """0 for a root."""
        return self.path.count(".")


class Progression(SchoolOwned):
    """What one level means for one goal."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="progressions")
    level = models.ForeignKey(Level, models.CASCADE, related_name="+")
    text = models.TextField(max_length=1000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["goal", "level"], name="one_progression_per_level"),
        ]

    def __str__(self) -> str:
        return self.text


class Association(SchoolOwned):
    """How an item of a package belongs to another, other than as its child in the tree."""

    framework = models.ForeignKey(Framework, models.CASCADE, related_name="associations")
    identifier = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)  # CASE: isRelatedTo, exactMatchOf, precedes …
    origin = models.CharField(max_length=200)
    destination = models.CharField(max_length=200)
    deprecated_at = models.DateTimeField(null=True)
    case = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["framework", "identifier"], name="one_association_per_identifier"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin} {self.kind} {self.destination}"
