"""A yes or a return, bound to what was read; and the mentor's suggestion for one line."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.projects.models.project import Project
from kindling.schools.models import Person, SchoolOwned


class Side(models.TextChoices):
    """Who speaks about a project, besides those who do it."""

    ADVISOR = "advisor", _("Advisor")
    MENTOR = "mentor", _("Mentor")
    SELF = "self", _("Student")


class Approval(SchoolOwned):
    """One person's yes or return. Written once; `stamp` and `content` are what was read."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="approvals")
    side = models.CharField(max_length=8, choices=Side)
    is_yes = models.BooleanField()
    comment = models.TextField(max_length=2000, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    is_noted = models.BooleanField(default=False)  # staff wrote down what the mentor said
    at = models.DateTimeField()
    stamp = models.CharField(max_length=40)
    content = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.get_side_display()} · {self.project}"


class Suggestion(SchoolOwned):
    """Other words for one line of the proposal. The members write the final ones."""

    class State(models.TextChoices):
        OPEN = "open", _("Waits for you")
        TAKEN = "taken", _("Taken up")
        LEFT = "left", _("Left as it was")

    project = models.ForeignKey(Project, models.CASCADE, related_name="suggestions")
    field = models.CharField(max_length=12)
    words = models.TextField(max_length=4000)
    was = models.TextField(max_length=4000, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "by"],
                condition=Q(state="open"),
                name="one_open_suggestion_of_a_mentor",
            ),
        ]
