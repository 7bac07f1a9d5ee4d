"""What a student cares about, in their own words."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.interests.areas import Area
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import SchoolOwned


class Interest(SchoolOwned):
    """One thing a student cares about. Private until the student shares it."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="interests")
    words = models.CharField(max_length=300)
    why = models.TextField(max_length=2000, default="", blank=True)
    area = models.CharField(max_length=20, choices=Area, default="", blank=True)
    since_on = models.DateField()
    shared_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()
    # What it grew out of, or took the place of.
    came_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="led_to"
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "student", "ended_on"])]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return url("interests:interest", self.public_id)

    @property
    def is_shared(self) -> bool:
        return self.shared_on is not None


class EarlierWords(SchoolOwned):
    """How the student put it before. Only they read it."""

    interest = models.ForeignKey(Interest, models.CASCADE, related_name="earlier")
    words = models.CharField(max_length=300)
    why = models.TextField(default="", blank=True)
    until_at = models.DateTimeField()
