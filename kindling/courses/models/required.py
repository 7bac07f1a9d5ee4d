"""What a state or a district asks every student of a grade to have done."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class RequiredCourse(SchoolOwned):
    """Something that has to be done by the end of a grade: in a course, or in another way."""

    title = models.CharField(max_length=200)
    grade = models.CharField(max_length=10, default="", blank=True)  # by its end; "": any
    note = models.CharField(max_length=300, default="", blank=True)  # which law, how it may be met
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "title", "grade"],
                condition=models.Q(retired_on__isnull=True),
                name="one_required_course_per_title_and_grade",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Met(SchoolOwned):
    """A student met it in another way: by transfer, a test, a project. Never changed, only ended."""

    class How(models.TextChoices):
        TRANSFER = "transfer", _("At another school")
        TEST = "test", _("By a test")
        PROJECT = "project", _("By a project or an internship")
        WAIVED = "waived", _("Does not have to, by rule")

    student = models.ForeignKey(Student, models.CASCADE, related_name="+")
    required = models.ForeignKey(RequiredCourse, models.CASCADE, related_name="met")
    how = models.CharField(max_length=10, choices=How)
    note = models.CharField(max_length=300, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "required"],
                condition=models.Q(ended_on__isnull=True),
                name="one_open_met_per_requirement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.required}"
