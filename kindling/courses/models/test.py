"""A test that the state asks for, as it stands on record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class StateTest(SchoolOwned):
    """One result, in the state's own words. A row is never changed: a correction is another row.

    What counts is the row that no other corrects (`corrected_by`).
    """

    class Outcome(models.TextChoices):
        PASSED = "passed", _("Passed")
        NOT_YET = "not_yet", _("Not passed yet")
        NO_MARK = "no_mark", _("No pass mark")
        EXEMPT = "exempt", _("Exempt")
        WITHDRAWN = "withdrawn", _("Entered by mistake")

    student = models.ForeignKey(Student, models.CASCADE, related_name="state_tests")
    title = models.CharField(max_length=200)
    on = models.DateField()
    result = models.CharField(max_length=200, default="", blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome)
    is_required = models.BooleanField(default=True)
    reason = models.CharField(max_length=500, default="", blank=True)  # of an exemption
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    why = models.CharField(max_length=500, default="", blank=True)  # it was corrected
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(outcome="exempt") | ~Q(reason=""), name="exemption_says_why"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(why=""), name="test_correction_says_why"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "student", "on"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("courses:student", self.student.public_id)
