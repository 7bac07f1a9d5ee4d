"""A worry, what was done about it, and who has read it."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned

DAY = 24  # hours


class WorryPlan(SchoolOwned):
    """What a school says and offers to a student with a worry. At most one row a school."""

    emergency = models.CharField(max_length=300, default="", blank=True)
    offers_advisor = models.BooleanField(default=True)
    advisor_hours = models.PositiveSmallIntegerField(default=DAY)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_worry_plan_per_school"),
        ]


class TrustedAdult(SchoolOwned):
    """An adult whom the school offers to students with a worry, and within how many hours."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    words = models.CharField(max_length=200, default="", blank=True)  # "School nurse, room B12"
    reply_hours = models.PositiveSmallIntegerField(default=DAY)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], name="one_offer_per_person"),
        ]

    def __str__(self) -> str:
        return self.person.name


class Incident(SchoolOwned):
    """Something is wrong where a student is. Nothing about it stands in any other app."""

    class State(models.TextChoices):
        REPORTED = "reported", _("Reported")
        ACTING = "acting", _("Being acted on")
        INVESTIGATED = "investigated", _("Looked into")
        CLOSED = "closed", _("Closed")

    class Source(models.TextChoices):
        STUDENT = "student", _("The student said so here")
        MENTOR = "mentor", _("The mentor called or wrote")
        FAMILY = "family", _("The family called or wrote")
        STAFF = "staff", _("Staff saw or heard it")

    class Urgency(models.TextChoices):
        NOW = "now", _("I need help today")
        SOON = "soon", _("I want to talk this week")
        KNOW = "know", _("I just want somebody to know")

    STEPS: ClassVar = {
        "act": Step((State.REPORTED,), State.ACTING),
        "look_into": Step((State.REPORTED, State.ACTING), State.INVESTIGATED),
        "close": Step((State.ACTING, State.INVESTIGATED), State.CLOSED),
        "reopen": Step((State.CLOSED,), State.ACTING),
    }

    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    adult = models.ForeignKey(Person, models.PROTECT, related_name="+")  # the one who answers
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source, default=Source.STUDENT)
    urgency = models.CharField(max_length=10, choices=Urgency, default=Urgency.SOON)
    state = models.CharField(max_length=14, choices=State, default=State.REPORTED)
    wants_pause = models.BooleanField(default=False)
    reply_hours = models.PositiveSmallIntegerField()  # as they were promised
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()  # by then somebody has read it, or the principal is told
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    escalated_at = models.DateTimeField(null=True)
    # Somebody of the family: they never find anything of it (concerns.rules, rights).
    against = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    doubles_visits = models.BooleanField(default=False)  # somebody looks in twice as often
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: a double tap)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "tap"], name="one_incident_per_tap"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "-opened_at"]),
            models.Index(
                fields=["due_at"], condition=Q(read_at__isnull=True), name="incident_unread_due"
            ),
        ]

    def __str__(self) -> str:
        # Where a name shows by mistake (a log, a list of errors), it must not tell.
        return self.public_id

    def get_absolute_url(self) -> str:
        return reverse("incidents:incident", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        return self.state != self.State.CLOSED

    @property
    def wait(self) -> timedelta:
        return timedelta(hours=self.reply_hours)


class Word(SchoolOwned):
    """One thing somebody wrote about an incident. Never changed."""

    class Kind(models.TextChoices):
        WORRY = "worry", _("What happened")
        MORE = "more", _("More from the student")
        REPLY = "reply", _("Answer to the student")
        NOTE = "note", _("Note, for those who read this")
        ACTION = "action", _("Done")
        TOLD = "told", _("Told")
        FOUND = "found", _("What we found")
        OUTCOME = "outcome", _("Closed with")

    class Whom(models.TextChoices):
        FAMILY = "family", _("The family")
        NOT_FAMILY = "not_family", _("Not the family, because")
        PRINCIPAL = "principal", _("The principal")
        MENTOR = "mentor", _("The mentor or the site")
        AUTHORITY = "authority", _("Police, child protection or another authority")
        OTHER = "other", _("Somebody else")

    # What the student reads: their own words and what is meant for them.
    FOR_STUDENT: ClassVar = (Kind.WORRY, Kind.MORE, Kind.REPLY)

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="words")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=4000, default="", blank=True)
    whom = models.CharField(max_length=12, choices=Whom, default="", blank=True)
    told_at = models.DateTimeField(null=True)


class Reader(SchoolOwned):
    """One more adult who may read this incident, from a moment until another."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["incident", "person"],
                condition=Q(until_at__isnull=True),
                name="one_open_reader_per_incident",
            ),
        ]


class Suspension(SchoolOwned):
    """Because of this incident a mentor guides nobody at the school, from a moment until another.

    Others see that it is so (`Person.suspended_at`); why is read here only.
    """

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="suspensions")
    mentor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["incident", "mentor"],
                condition=Q(until_at__isnull=True),
                name="one_open_suspension_per_incident",
            ),
        ]


class Reading(SchoolOwned):
    """Somebody opened the page of an incident."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["incident", "-at"])]
