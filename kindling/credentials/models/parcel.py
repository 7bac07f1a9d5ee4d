"""Everything a student earned, to take along."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Parcel(SchoolOwned):
    """One ZIP with credentials, keys and how to prove them without us. It goes after a week."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("It did not work")
        GONE = "gone", _("Deleted")

    STEPS: ClassVar = {
        "finish": Step((State.WAITING,), State.READY),
        "fail": Step((State.WAITING,), State.FAILED),
        "delete": Step((State.READY, State.FAILED, State.WAITING), State.GONE),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    at = models.DateTimeField()
    file = models.CharField(max_length=200, default="", blank=True)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-at"])]

    def get_absolute_url(self) -> str:
        return url("credentials:parcel", self.public_id)
