"""Who works on a project, from a day to a day, and which goals it touches."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kindling.goals.models import Goal, OwnGoal
from kindling.people.models import Student
from kindling.projects.models.project import Project
from kindling.schools.models import SchoolOwned


class Member(SchoolOwned):
    """One student's part in a project. Who leaves stays on record, with their own words."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="members", db_index=False)
    student = models.ForeignKey(Student, models.PROTECT, related_name="project_parts")
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    reflection = models.TextField(max_length=8000, default="", blank=True)
    reflected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "student"],
                condition=Q(until_on__isnull=True),
                name="one_part_of_a_student_at_a_time",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "until_on"]),
            models.Index(fields=["school", "student", "until_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.project}"


class ProjectGoal(SchoolOwned):
    """One goal a project touches: of the school's framework, or a member's own."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="goals")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="+")
    own_goal = models.ForeignKey(OwnGoal, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(goal__isnull=True) ^ Q(own_goal__isnull=True),
                name="a_project_goal_is_the_schools_or_own",
            ),
            models.UniqueConstraint(fields=["project", "goal"], name="one_row_per_project_goal"),
            models.UniqueConstraint(
                fields=["project", "own_goal"], name="one_row_per_project_own_goal"
            ),
        ]

    def __str__(self) -> str:
        return str(self.goal or self.own_goal)
