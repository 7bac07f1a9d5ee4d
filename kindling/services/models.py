"""What a school offers to families themselves: classes and services, who comes, who came."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Service(SchoolOwned):
    """A class or a service for the adults of families: language, computers, help with papers."""

    class Kind(models.TextChoices):
        LANGUAGE = "language", _("Language class")
        COMPUTERS = "computers", _("Computers and phones")
        WORK = "work", _("Work and papers")
        HEALTH = "health", _("Health")
        FOOD = "food", _("Food and clothes")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open")
        ENDED = "ended", _("Ended")

    STEPS: ClassVar = {
        "open": Step((State.DRAFT,), State.OPEN),
        "end": Step((State.DRAFT, State.OPEN), State.ENDED),
    }

    kind = models.CharField(max_length=9, choices=Kind)
    title = models.CharField(max_length=120)
    about = models.CharField(max_length=600)
    when = models.CharField(max_length=120)  # "Tuesdays, 6 to 7:30"
    where = models.CharField(max_length=160)
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day counts
    places = models.PositiveSmallIntegerField(null=True)  # none: as many as come
    lead = models.ForeignKey(Person, models.PROTECT, related_name="+")  # whom families ask
    state = models.CharField(max_length=5, choices=State, default=State.DRAFT)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="service_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "starts_on"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("services:service", self.public_id)


class SignUp(SchoolOwned):
    """One adult of a family wants to come. Whoever leaves keeps the row; coming again is another."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="sign_ups")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["service", "person"],
                condition=Q(left_at__isnull=True),
                name="one_live_sign_up_per_service_and_person",
            ),
        ]


class Use(SchoolOwned):
    """Somebody of a family was there on a day."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="uses")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["service", "person", "on"], name="one_use_per_person_and_day"
            ),
        ]
