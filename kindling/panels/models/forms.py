"""What one person says of an exhibition, for themselves."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.exhibitions.models import Part
from kindling.history.steps import Step
from kindling.panels.models.panel import Panel
from kindling.schools.models import Person, SchoolOwned

NOT_SEEN = 0  # a level: "I could not see it"


class Form(SchoolOwned):
    """One for each panelist and one for the student. Nobody else reads it before the reveal."""

    class State(models.TextChoices):
        OPEN = "open", gettext_lazy("Not in yet")
        SENT = "sent", gettext_lazy("In")
        ABSENT = "absent", gettext_lazy("Was not there")
        LATE = "late", gettext_lazy("Came late: a comment")

    STEPS: ClassVar = {
        "send": Step((State.OPEN, State.ABSENT), State.SENT),
        "take_back": Step((State.SENT,), State.OPEN),
        "miss": Step((State.OPEN,), State.ABSENT),
        "come_late": Step((State.OPEN, State.ABSENT), State.LATE),
    }

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="forms")
    person = models.ForeignKey(Person, models.PROTECT, related_name="panel_forms")
    is_self = models.BooleanField(default=False)  # the student’s own
    part = models.CharField(max_length=10, choices=Part)  # as whom; a student’s own: PEER
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    commends = models.TextField(max_length=4000, default="", blank=True)
    recommends = models.TextField(max_length=4000, default="", blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["panel", "person"], name="one_form_per_person"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "state"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.panel}"

    @property
    def as_whom(self) -> str:
        return _("The student") if self.is_self else str(self.get_part_display())

    @property
    def counts(self) -> bool:
        return self.state == self.State.SENT


class Score(SchoolOwned):
    """A level and words for one criterion; `number`: its place in the panel’s sheet."""

    form = models.ForeignKey(Form, models.CASCADE, related_name="scores")
    number = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(null=True)  # a position of the scale, or NOT_SEEN
    words = models.TextField(max_length=2000, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["form", "number"], name="one_score_per_criterion"),
        ]
        ordering: ClassVar = ["form", "number"]
