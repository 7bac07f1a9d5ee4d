"""What a project may begin with: a school's own text, or its words for one of the bank."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import SchoolOwned


class Kind(models.TextChoices):
    """Where a project lives."""

    INTERNSHIP = "internship", _("At the internship")
    PASSION = "passion", _("My own passion")
    SERVICE = "service", _("Service for others")


class Template(SchoolOwned):
    """A beginning for a project: questions to start from and steps with days from the start.

    Steps are [{"title": …, "days": n}]. `is_shared`: other schools of the network may copy it;
    nothing of a student is ever in it. `origin`: the school it was copied from.
    """

    key = models.CharField(max_length=30, default="", blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.INTERNSHIP)
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=2000, default="", blank=True)
    question = models.TextField(max_length=1000, default="", blank=True)
    product = models.TextField(max_length=2000, default="", blank=True)
    benefit = models.TextField(max_length=2000, default="", blank=True)
    research = models.TextField(max_length=4000, default="", blank=True)
    steps = models.JSONField(default=list, blank=True)
    is_shared = models.BooleanField(default=False)
    is_retired = models.BooleanField(default=False)
    origin = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "key"], condition=~Q(key=""), name="one_template_per_key"
            ),
        ]

    def __str__(self) -> str:
        return self.title
