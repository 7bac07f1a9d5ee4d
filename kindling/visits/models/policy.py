"""How often somebody of the school is in touch with a place, and what follows for each internship."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School, SchoolOwned


class VisitPolicy(SchoolOwned):
    """One row per school at most; without it the defaults hold. 0 switches a rule off.

    With several rules the one that asks first counts.
    """

    every_days = models.PositiveSmallIntegerField(default=30)
    at_least = models.PositiveSmallIntegerField(default=0)  # for each internship
    every_hours = models.PositiveSmallIntegerField(default=0)  # of the internship

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_visit_policy_per_school"),
        ]

    @classmethod
    def of(cls, school: School) -> VisitPolicy:
        """Return what holds at the school. One statement."""
        return cls.objects.filter(school=school).first() or cls(school=school)


class Cadence(SchoolOwned):
    """What the visits of one internship come to, kept on every write: lists read only this."""

    placement = models.OneToOneField(Placement, models.CASCADE, related_name="cadence")
    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    last_on = models.DateField(null=True)
    count = models.PositiveSmallIntegerField(default=0)
    minutes_at = models.PositiveIntegerField(default=0)  # of the internship, at the last visit
    is_often = models.BooleanField(default=False)  # twice as often; why is kept nowhere here
    due_on = models.DateField(null=True)  # the last day on which the next one is in time

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["school", "due_on"], condition=Q(due_on__isnull=False), name="visit_due"
            ),
        ]


class HomeReader(SchoolOwned):
    """Whom the school names to read what is sensitive in home visits, beside the advisor."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    named_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(until_at__isnull=True),
                name="one_home_reader_per_person",
            ),
        ]
