"""A mentor asks a class to come and see."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Site


class ClassVisit(SchoolOwned):
    """Offered by a mentor; the coordinator agrees on a day, or says why not."""

    class State(models.TextChoices):
        OFFERED = "offered", _("Waits for an answer")
        AGREED = "agreed", _("Agreed on")
        DECLINED = "declined", _("Not now")

    STEPS: ClassVar = {
        "agree": Step((State.OFFERED,), State.AGREED),
        "decline": Step((State.OFFERED,), State.DECLINED),
    }

    mentor = models.ForeignKey(Person, models.PROTECT, related_name="class_visits")
    site = models.ForeignKey(Site, models.PROTECT, related_name="class_visits")
    words = models.TextField(max_length=1000)  # what there is to see
    times = models.CharField(max_length=300)  # when it would suit, in words
    most = models.PositiveSmallIntegerField()  # students at once
    state = models.CharField(max_length=10, choices=State, default=State.OFFERED)
    offered_on = models.DateField()
    on = models.DateField(null=True)
    at = models.TimeField(null=True)
    answer = models.CharField(max_length=500, default="", blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "state"]),
            models.Index(fields=["mentor", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.site} · {self.mentor}"

    def get_absolute_url(self) -> str:
        return url("mentoring:visit", self.public_id)
