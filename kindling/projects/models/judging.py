"""What student, advisor and mentor say of the product, each for themselves. Written once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import Criterion, Level
from kindling.people.models import Student
from kindling.projects.models.deciding import Side
from kindling.projects.models.project import Project
from kindling.projects.models.working import Standard
from kindling.schools.models import Person, SchoolOwned


class Judgement(SchoolOwned):
    """One side's word. A later one of the same side stands beside it; the newest counts."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="judgements", db_index=False)
    side = models.CharField(max_length=8, choices=Side)
    student = models.ForeignKey(Student, models.PROTECT, null=True, related_name="+")  # of SELF
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    is_noted = models.BooleanField(default=False)  # staff wrote down what the mentor said
    at = models.DateTimeField()
    words = models.TextField(max_length=4000, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["project", "side", "at"])]


class Verdict(SchoolOwned):
    """One line of a judgement: a line of the standard, or a criterion of project quality."""

    class Met(models.TextChoices):
        """How a line of the standard is judged."""

        MET = "met", _("Met")
        NEARLY = "nearly", _("Nearly")
        NOT_YET = "not_yet", _("Not yet")

    judgement = models.ForeignKey(Judgement, models.CASCADE, related_name="verdicts")
    standard = models.ForeignKey(Standard, models.PROTECT, null=True, related_name="+")
    met = models.CharField(max_length=8, choices=Met, default="", blank=True)
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=1000, default="", blank=True)
