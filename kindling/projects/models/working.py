"""What a project is made of while it goes on: steps, drafts, the standard, checks and hours."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.projects.models.project import Project
from kindling.schools.models import Person, SchoolOwned


class ProjectStep(SchoolOwned):
    """One thing to do by a day."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="steps", db_index=False)
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["project", "due_on"])]

    def __str__(self) -> str:
        return self.title


class Standard(SchoolOwned):
    """One line of what good work is, in the words of the mentor (or of the members without one).

    A line is never changed: a new one takes its place, and `ended_at` says since when.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="standards")
    words = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    is_mentors = models.BooleanField(default=False)  # said by the mentor, or noted from them
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.words


class Draft(SchoolOwned):
    """One version of the work on its way: words, a link, or both."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="drafts", db_index=False)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=20000, default="", blank=True)
    link = models.URLField(max_length=500, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    for_mentor = models.BooleanField(default=False)  # the mentor reads it behind the link

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "number"], name="one_draft_per_number"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return url("projects:draft", self.public_id)


class Feedback(SchoolOwned):
    """What somebody said to a draft. Written once."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="feedback")
    words = models.TextField(max_length=4000)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()


class MidCheck(SchoolOwned):
    """Half way: what goes well, and what comes next. Written once."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="checks")
    on = models.DateField()
    goes_well = models.TextField(max_length=2000)
    comes_next = models.TextField(max_length=2000, default="", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class ServiceTime(SchoolOwned):
    """Time one member gave, and who was served."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="service")
    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    served = models.CharField(max_length=300)
    words = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "student", "on"])]
