"""What has to be there before a student goes on: a checklist in versions, line by line."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.ids import new_public_id
from kindling.schools.models import SchoolOwned


class Checklist(SchoolOwned):
    """One version of what is asked. Published it never changes; the next one has the same `key`."""

    class Kind(models.TextChoices):
        GATEWAY = "gateway", _("A gateway between two stages")
        GRADUATION = "graduation", _("Graduation")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("In use")
        RETIRED = "retired", _("Not in use any more")

    STEPS: ClassVar = {
        "publish": Step((State.DRAFT,), State.PUBLISHED),
        "retire": Step((State.PUBLISHED,), State.RETIRED),
    }

    key = models.CharField(max_length=14, default=new_public_id, editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=500, default="", blank=True)
    grade = models.CharField(max_length=10, default="", blank=True)  # whose; "" is everybody's
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "key", "version"], name="one_row_per_version_of_a_checklist"
            ),
            models.UniqueConstraint(
                fields=["school", "key"],
                condition=models.Q(state="published"),
                name="one_checklist_in_use",
            ),
            models.UniqueConstraint(
                fields=["school", "key"],
                condition=models.Q(state="draft"),
                name="one_draft_of_a_checklist",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("gateways:checklist", self.public_id)

    @property
    def is_graduation(self) -> bool:
        return self.kind == self.Kind.GRADUATION


class Line(SchoolOwned):
    """One thing that is asked for. `key` is the same in the next version, so what was shown stays."""

    class Kind(models.TextChoices):
        HOURS = "hours", _("Hours at internships")
        EXHIBITIONS = "exhibitions", _("Exhibitions passed")
        PLANS = "plans", _("Learning plans finished")
        GOALS = "goals", _("Goals agreed or awarded")
        COURSES = "courses", _("What the state asks for")
        CREDITS = "credits", _("Credits in each subject")
        TESTS = "tests", _("State tests")
        THESIS = "thesis", _("Senior thesis")
        CHAPTERS = "chapters", _("Chapters of the autobiography")
        AFTER = "after", _("Plan after school")
        SERVICE = "service", _("Hours of service")
        OWN = "own", _("Something of our own")

    # Counted by Kindling from what is on record; the others are shown by the student.
    SHOWN: ClassVar = frozenset({Kind.SERVICE, Kind.OWN})
    # Whether there is a number to ask for; the others are there or not.
    NUMBERED: ClassVar = frozenset(
        {
            Kind.HOURS, Kind.EXHIBITIONS, Kind.PLANS, Kind.GOALS, Kind.TESTS, Kind.CHAPTERS,
            Kind.SERVICE, Kind.OWN,
        }
    )  # fmt: skip

    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="lines")
    key = models.CharField(max_length=14, default=new_public_id, editable=False)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=11, choices=Kind)
    title = models.CharField(max_length=120, default="", blank=True)  # "": the kind's own
    text = models.CharField(max_length=500, default="", blank=True)  # what it means here
    amount = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["checklist", "key"], name="one_line_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=1), name="line_asks_something"),
            models.CheckConstraint(
                condition=~models.Q(kind="own") | ~models.Q(title=""), name="own_line_has_a_title"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return self.title or str(self.Kind(self.kind).label)

    @property
    def is_shown(self) -> bool:
        """The student shows it, and an adult says yes; nothing counts it."""
        return self.kind in self.SHOWN
