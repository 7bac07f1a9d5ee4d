"""What a mentor says of an intern's term: a draft of theirs, then words that stay."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned, Term


class Evaluation(SchoolOwned):
    """One mentor, one internship, one term. Until it is handed in, nobody else reads a word."""

    class State(models.TextChoices):
        OPENED = "opened", _("Asked")
        DRAFT = "draft", _("Being written")
        SUBMITTED = "submitted", _("Handed in")
        DISCUSSED = "discussed", _("Talked about")
        COUNTED = "counted", _("Counted")
        OFF = "off", _("Taken back")

    class HostAgain(models.TextChoices):
        YES = "yes", _("Yes")
        MAYBE = "maybe", _("Maybe")
        NO = "no", _("No")

    WRITABLE: ClassVar = (State.OPENED, State.DRAFT)
    DONE: ClassVar = (State.SUBMITTED, State.DISCUSSED, State.COUNTED)

    STEPS: ClassVar = {
        "begin": Step((State.OPENED,), State.DRAFT),
        "submit": Step((State.OPENED, State.DRAFT), State.SUBMITTED),
        "discuss": Step((State.SUBMITTED,), State.DISCUSSED),
        "count": Step((State.DISCUSSED,), State.COUNTED),
        "call_off": Step((State.OPENED, State.DRAFT), State.OFF),
    }

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="evaluations")
    student = models.ForeignKey(Student, models.PROTECT, related_name="evaluations")
    mentor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    term = models.ForeignKey(Term, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.OPENED)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reminded_on = models.DateField(null=True)  # once; then they are left alone
    strengths = models.TextField(default="", blank=True)
    to_work_on = models.TextField(default="", blank=True)
    example = models.TextField(default="", blank=True)
    host_again = models.CharField(max_length=5, choices=HostAgain, default="", blank=True)
    is_shared = models.BooleanField(default=True)  # the student reads it
    skills = models.JSONField(default=list)  # the draft of what is endorsed: [skill, words]
    submitted_at = models.DateTimeField(null=True)
    discussed_on = models.DateField(null=True)
    discussed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    agreed = models.TextField(max_length=2000, default="", blank=True)  # what came of the talk
    comment = models.TextField(max_length=2000, default="", blank=True)  # the student's
    commented_at = models.DateTimeField(null=True)
    counted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    counted_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["placement", "term", "mentor"],
                condition=~Q(state="off"),
                name="one_evaluation_a_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state"]),
            models.Index(fields=["student", "state"]),
            models.Index(fields=["mentor", "state"]),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("evaluations:evaluation", self.public_id)

    @property
    def is_done(self) -> bool:
        return self.state in self.DONE

    @property
    def is_writable(self) -> bool:
        return self.state in self.WRITABLE


class Rating(SchoolOwned):
    """One of the ten lines (items.ITEMS) and its level; 0: there was no chance to see it."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="ratings")
    item = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "item"], name="one_rating_per_item"),
            models.CheckConstraint(condition=Q(level__lte=4), name="rating_has_four_levels"),
        ]
