"""A round, and the places it is about."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.rounds.mechanism import new_seed
from kindling.schools.models import Person, School, SchoolOwned
from kindling.sites.models import Opportunity


class Round(SchoolOwned):
    """Students say which places they would take; when it closes, one draw decides for all."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being prepared")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        RUN = "run", _("Run, not told yet")
        PUBLISHED = "published", _("Published")
        CANCELLED = "cancelled", _("Called off")

    # What a school still has to do something with.
    UNDER_WAY: ClassVar = (State.DRAFT, State.OPEN, State.CLOSED, State.RUN)

    STEPS: ClassVar = {
        "open": Step((State.DRAFT,), State.OPEN),
        "close": Step((State.OPEN,), State.CLOSED),
        "run": Step((State.CLOSED,), State.RUN),
        "publish": Step((State.RUN,), State.PUBLISHED),
        "cancel": Step(UNDER_WAY, State.CANCELLED),
    }

    name = models.CharField(max_length=120)
    note = models.TextField(max_length=1000, default="", blank=True)  # students read it
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    closes_at = models.DateTimeField()  # until then students change their lists
    list_length = models.PositiveSmallIntegerField(default=8)  # asked for, not demanded
    # Who goes first where seats are scarce; everybody else comes after.
    asked_share = models.PositiveSmallIntegerField(default=0)  # percent; 0: mentors are not asked
    returning_first = models.BooleanField(default=False)
    first_grades = models.CharField(max_length=100, default="", blank=True)
    most_minutes = models.PositiveSmallIntegerField(null=True, blank=True)  # from school
    # Secret until the result; its hash is shown from the start.
    seed = models.CharField(max_length=64, default=new_seed, editable=False)
    # Who stayed without a place there draws first here.
    after = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")
    reason = models.TextField(max_length=1000, default="", blank=True)  # of calling it off
    mentors_asked_at = models.DateTimeField(null=True)
    ran_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "closes_at"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(asked_share__lte=100), name="a_share_is_a_part_of_all_seats"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("rounds:round", self.public_id)

    @classmethod
    def tell_school(cls, school: School) -> None:
        """Write down whether a round is under way: first pages ask only then."""
        states = [state for state in cls.UNDER_WAY if state != cls.State.DRAFT]
        has = cls.objects.filter(school=school, state__in=states).exists()
        School.objects.filter(pk=school.pk).update(has_round=has)
        school.has_round = has

    def lock(self) -> None:
        """Wait for whoever changes the round in this moment, and read what they left."""
        rows = Round.objects.select_for_update(no_key=True)
        self.refresh_from_db(fields=["state", "closes_at"], from_queryset=rows)

    @property
    def grades(self) -> frozenset[str]:
        """The grades that go first."""
        return frozenset(word.strip() for word in self.first_grades.split(",") if word.strip())

    def takes_lists(self, now: datetime) -> bool:
        """Students may change their lists: it is open, and the deadline is not over."""
        return self.state == Round.State.OPEN and now < self.closes_at


class RoundPlace(SchoolOwned):
    """A place with so many of its seats in the round."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="places")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="round_places")
    seats = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "opportunity"], name="one_place_per_round"),
            models.CheckConstraint(condition=Q(seats__gt=0), name="a_round_place_has_a_seat"),
        ]

    def __str__(self) -> str:
        return str(self.opportunity)
