"""What somebody is to a student."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kindling.people.models import Student
from kindling.people.rules import (
    current_connections,
    is_of_age,
)
from kindling.plans.models import (
    Party,
)
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Part:
    """What somebody is to one student."""

    is_student: bool = False
    is_advisor: bool = False
    is_family: bool = False
    is_leader: bool = False
    decides: bool = False  # of the family, who may sign

    @property
    def writes(self) -> bool:
        """The student's plan is written by the student, with the advisor beside them."""
        return self.is_student or self.is_advisor

    @property
    def reads_drafts(self) -> bool:
        return self.writes or self.is_leader

    @property
    def party(self) -> str:
        """As whom they speak; "" for a leader, who is no party to it."""
        if self.is_student:
            return Party.STUDENT
        if self.is_advisor:
            return Party.ADVISOR
        return Party.FAMILY if self.is_family else ""


@ready
def _ties(viewer: Viewer, student: int) -> QuerySet[Any]:
    own = current_connections(viewer).filter(student=student, is_substitute=False, has_plan=True)
    return own.values_list("role", "has_decide")


def part_of(viewer: Viewer, student: Student) -> Part:
    """Return what the viewer is to a student. One statement at most; a link has no part."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return Part()
    if viewer.person_id == student.person_id:
        return Part(is_student=viewer.is_a(Role.STUDENT))
    ties: dict[str, bool] = {}
    if viewer.is_a(Role.ADVISOR, Role.GUARDIAN):
        # A substitute sees what the day needs, and no plan.
        ties = dict(_ties(viewer, student.pk))
    is_family = Role.GUARDIAN in ties and viewer.is_a(Role.GUARDIAN)
    return Part(
        is_advisor=Role.ADVISOR in ties and viewer.is_a(Role.ADVISOR),
        is_family=is_family,
        decides=is_family and ties[Role.GUARDIAN] and not is_of_age(student),
        is_leader=viewer.is_leader or viewer.is_a(Role.SYSTEM),
    )
