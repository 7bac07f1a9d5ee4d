"""What an advisory does together: a session, a circle, a pick-me-up, a trip."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Theme(SchoolOwned):
    """A school's own theme, or its own words for one of Kindling's (`key` names which)."""

    key = models.CharField(max_length=20, default="", blank=True)
    quarter = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    aims = models.TextField(max_length=1000, default="", blank=True)  # what is there at its end
    is_retired = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "key"], condition=~models.Q(key=""), name="one_theme_per_key"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Gathering(SchoolOwned):
    """One time an advisory is together, planned and then held."""

    class Kind(models.TextChoices):
        SESSION = "session", _("Session")
        CIRCLE = "circle", _("Circle")
        PICK_ME_UP = "pick_me_up", _("Pick-me-up")
        TRIP = "trip", _("Trip")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Did not happen")

    PARTS: ClassVar = ("opening", "connect", "activity", "reflect", "closing")
    STEPS: ClassVar = {
        "hold": Step((State.PLANNED, State.HELD), State.HELD),
        "cancel": Step((State.PLANNED,), State.CANCELLED),
    }

    advisory = models.ForeignKey(Advisory, models.PROTECT, related_name="gatherings")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.SESSION)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    title = models.CharField(max_length=120)
    theme = models.CharField(max_length=120, default="", blank=True)  # as it was called then
    place = models.CharField(max_length=200, default="", blank=True)
    opening = models.TextField(max_length=1000, default="", blank=True)
    connect = models.TextField(max_length=1000, default="", blank=True)
    activity = models.TextField(max_length=2000, default="", blank=True)
    reflect = models.TextField(max_length=1000, default="", blank=True)
    closing = models.TextField(max_length=1000, default="", blank=True)
    note = models.TextField(max_length=2000, default="", blank=True)  # for who leads
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["advisory", "-on"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("gatherings:gathering", self.public_id)


class Missing(SchoolOwned):
    """Somebody was not there, or does not come along. Who has no row was there."""

    class Why(models.TextChoices):
        AWAY = "away", _("Not there")
        LATE = "late", _("Came late")
        EXCUSED = "excused", _("Excused")

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="missing")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    why = models.CharField(max_length=10, choices=Why, default=Why.AWAY)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gathering", "student"], name="one_missing_per_student"
            ),
        ]


class Reflection(SchoolOwned):
    """One line of a student about one gathering; the last one counts."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="reflections")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    line = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gathering", "student"], name="one_reflection_per_student"
            ),
        ]
