"""A week of exhibitions: when and where there is room, and who can when."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Kind
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Week(SchoolOwned):
    """Days in which many show. `version` grows with every change: who planned on an old one is told."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being planned")
        SENDING = "sending", _("Being published")
        PUBLISHED = "published", _("Published")
        CALLED_OFF = "called_off", _("Called off")

    OPEN: ClassVar = (State.DRAFT, State.PUBLISHED)  # the plan may be changed
    STEPS: ClassVar = {
        "publish": Step(OPEN, State.SENDING),
        "finish": Step((State.SENDING,), State.PUBLISHED),
        "fail": Step((State.SENDING,), State.DRAFT),
        "call_off": Step((State.DRAFT,), State.CALLED_OFF),
    }

    title = models.CharField(max_length=120)
    since_on = models.DateField()
    until_on = models.DateField()
    pause = models.PositiveSmallIntegerField(default=10)  # minutes between two, for all
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    # Students take a free time themselves until then; empty: the school gives them out.
    books_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=500, default="", blank=True)  # why it was not published
    published_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "until_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("since_on")), name="a_week_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("weeks:week", self.public_id)

    def lock(self) -> None:
        """Wait for whoever changes the week in this moment, and read what they left."""
        rows = Week.objects.select_for_update(no_key=True)
        self.refresh_from_db(fields=["state", "version", "books_until"], from_queryset=rows)

    def is_booking(self, now: datetime) -> bool:
        """Students may take a time now."""
        return self.state in self.OPEN and self.books_until is not None and now < self.books_until


class WeekDay(SchoolOwned):
    """One day of it: from when until when, with one rest in which nobody shows."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="days")
    on = models.DateField()
    opens_at = models.TimeField()
    closes_at = models.TimeField()
    rest_from = models.TimeField(null=True, blank=True)
    rest_until = models.TimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["week", "on"], name="one_row_per_day_of_a_week"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="a_day_closes_after_it_opens"
            ),
        ]


class WeekRoom(SchoolOwned):
    """A room, and between which hours it may be had, if not the whole day."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="rooms")
    name = models.CharField(max_length=120)
    video = models.URLField(
        max_length=500, default="", blank=True
    )  # its link: who is far joins here
    from_at = models.TimeField(null=True, blank=True)
    until_at = models.TimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["week", "name"], name="one_room_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class WeekKind(SchoolOwned):
    """A kind of exhibition that this week is for; with a grade, how long it takes there."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="kinds")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, default="", blank=True)  # "": every other grade
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["kind", "grade"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["week", "kind", "grade"], name="one_length_per_kind_and_grade"
            ),
        ]


class Interpreter(SchoolOwned):
    """Somebody who interprets in this week, of the school or from outside."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="interpreters")
    name = models.CharField(max_length=200)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="interprets"
    )
    language = models.CharField(max_length=10)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class FreeTime(SchoolOwned):
    """When somebody can be there. Who has no row can always; with one, only then."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="free_times")
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="free_times"
    )
    interpreter = models.ForeignKey(
        Interpreter, models.CASCADE, null=True, blank=True, related_name="free_times"
    )
    on = models.DateField()
    from_at = models.TimeField()
    until_at = models.TimeField()

    class Meta:
        ordering: ClassVar = ["on", "from_at"]
        indexes: ClassVar = [models.Index(fields=["week", "person"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_at__gt=F("from_at")), name="a_free_time_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) ^ Q(interpreter__isnull=False),
                name="a_free_time_is_somebodys",
            ),
        ]
