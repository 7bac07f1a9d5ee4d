"""The group that stays together for years, and who is in it when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Advisory(SchoolOwned):
    """15 to 20 students and their advisor."""

    name = models.CharField(max_length=120)
    grade = models.CharField(max_length=10, default="", blank=True)
    source_id = models.CharField(max_length=255, null=True, blank=True)  # noqa: DJ001 (unique)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "source_id"], name="one_advisory_per_source"),
        ]
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("advisory:detail", self.public_id)


class AdvisoryStudent(SchoolOwned):
    """This student is in this advisory, from one day until another. One at a time."""

    advisory = models.ForeignKey(Advisory, models.PROTECT, related_name="seats")
    student = models.ForeignKey(Student, models.CASCADE, related_name="advisory_seats")
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student"],
                condition=Q(until_on__isnull=True),
                name="one_advisory_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="advisory_seat_ends_after_it_starts",
            ),
        ]


class AdvisoryAdvisor(SchoolOwned):
    """This adult leads, or helps to lead, this advisory, from one day until another."""

    advisory = models.ForeignKey(Advisory, models.PROTECT, related_name="advisors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="advisories")
    is_lead = models.BooleanField(default=True)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["advisory", "person"],
                condition=Q(until_on__isnull=True),
                name="one_open_advisor_row",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="advisor_ends_after_it_starts",
            ),
        ]
