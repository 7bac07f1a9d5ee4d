"""A CASE package that somebody handed in: looked at first, then brought in, all or nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.goals.models.frameworks import Framework
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class CaseImport(SchoolOwned):
    """One package, from the moment it arrives until it is brought in or thrown away."""

    class State(models.TextChoices):
        PREVIEWED = "previewed", _("Ready to look at")
        APPLYING = "applying", _("Being brought in")
        APPLIED = "applied", _("Brought in")
        FAILED = "failed", _("Did not work")
        DISCARDED = "discarded", _("Thrown away")

    STEPS: ClassVar = {
        "apply": Step((State.PREVIEWED, State.FAILED), State.APPLYING),
        "finish": Step((State.APPLYING,), State.APPLIED),
        "fail": Step((State.APPLYING,), State.FAILED),
        "discard": Step((State.PREVIEWED, State.FAILED), State.DISCARDED),
    }

    file_name = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.PREVIEWED)
    counts: Any = models.JSONField(default=dict)  # items, new, changed, gone, links, depth
    trouble = models.TextField(default="", blank=True)  # why it did not work, in a sentence
    framework = models.ForeignKey(Framework, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "created_at"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("goals:import", self.public_id)

    @property
    def is_running(self) -> bool:
        return self.state == self.State.APPLYING


class CaseFile(SchoolOwned):
    """The file itself, kept only until it is brought in or thrown away."""

    parent = models.OneToOneField(CaseImport, models.CASCADE, related_name="file")
    content = models.BinaryField()
