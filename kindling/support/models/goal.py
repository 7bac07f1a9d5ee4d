"""A goal of a 504 plan, an IEP or a language plan, who reads it, and what travels to the site."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class SupportGoal(SchoolOwned):
    """What a student works towards, and what helps them. Other words keep the earlier ones."""

    class Kind(models.TextChoices):
        PLAN_504 = "504", _("504 plan")
        IEP = "iep", _("IEP")
        LANGUAGE = "language", _("Language")
        OTHER = "other", _("Other support")

    class State(models.TextChoices):
        ACTIVE = "active", _("Holds")
        MET = "met", _("Reached")
        ENDED = "ended", _("Ended")

    STEPS: ClassVar = {
        "meet": Step((State.ACTIVE,), State.MET),
        "end": Step((State.ACTIVE,), State.ENDED),
        "resume": Step((State.MET, State.ENDED), State.ACTIVE),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField(max_length=2000)
    helps = models.TextField(max_length=2000, default="", blank=True)  # what helps at school
    manager = models.ForeignKey(Person, models.PROTECT, related_name="+")  # the case manager
    advisor_reads = models.BooleanField(default=True)
    review_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "student", "state"]),
            models.Index(fields=["school", "manager", "state"]),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("support:goal", self.public_id)


class EarlierGoal(SchoolOwned):
    """What a goal said before. Never changed."""

    goal = models.ForeignKey(SupportGoal, models.CASCADE, related_name="earlier")
    text = models.TextField(max_length=2000)
    helps = models.TextField(max_length=2000, default="", blank=True)
    at = models.DateTimeField()  # when other words took their place
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class SupportReader(SchoolOwned):
    """One more adult of the school who may read this goal, from a moment until another."""

    goal = models.ForeignKey(SupportGoal, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["goal", "person"], condition=Q(until_at__isnull=True),
                name="one_open_reader_per_support_goal",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(fields=["person", "until_at"])]


class SupportReading(SchoolOwned):
    """Somebody of the school opened the goal."""

    goal = models.ForeignKey(SupportGoal, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["goal", "-at"])]


class SupportTravel(SchoolOwned):
    """The one sentence a mentor may know. It travels only while somebody's yes holds."""

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for a yes")
        ALLOWED = "allowed", _("The mentor may know")
        REFUSED = "refused", _("Stays at school")
        REVOKED = "revoked", _("Taken back")

    STEPS: ClassVar = {
        "allow": Step((State.ASKED,), State.ALLOWED),
        "refuse": Step((State.ASKED,), State.REFUSED),
        "revoke": Step((State.ASKED, State.ALLOWED), State.REVOKED),
    }
    LIVE: ClassVar = (State.ASKED, State.ALLOWED)

    goal = models.ForeignKey(SupportGoal, models.CASCADE, related_name="travels")
    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    sentence = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["goal"], condition=Q(state__in=["asked", "allowed"]),
                name="one_live_travel_per_support_goal",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(fields=["student", "state"])]
