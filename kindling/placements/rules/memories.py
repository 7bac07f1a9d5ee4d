"""Who reads what interns let others read, and who takes it back. Who takes over an internship."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.models import Student
from kindling.people.rules import is_of_age
from kindling.placements.models import Memory, Placement
from kindling.placements.rules.doers import COORDINATOR, GUARDIAN, STUDENT, SYSTEM, stands
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.rules import may_see_places


def visible_memories(viewer: Viewer) -> QuerySet[Memory]:
    """What is shared, for everybody of the school who sees places; never what was taken back."""
    memories: QuerySet[Memory] = Memory.objects.filter(
        school=viewer.school, revoked_at__isnull=True
    )
    return memories if may_see_places(viewer) else memories.none()


def may_share_memory(viewer: Viewer, placement: Placement) -> bool:
    """Their own yes: the student, and nobody for them."""
    return STUDENT in stands(viewer, placement.student)


def may_revoke_memory(viewer: Viewer, placement: Placement) -> bool:
    """The student; family while the student is no adult; whoever answers for the school's places."""
    return may_revoke_as(stands(viewer, placement.student), placement)


def may_revoke_as(roles: frozenset[Role], placement: Placement) -> bool:
    """The same for somebody whose roles are known. No statement."""
    family = GUARDIAN in roles and not is_of_age(placement.student)
    return family or not roles.isdisjoint({STUDENT, COORDINATOR})


def is_bound_by(memory: Memory, student: Student) -> bool:
    """Somebody else took it back: a student who is no adult talks with them first."""
    other = memory.revoked_by_id not in (None, student.person_id)
    return memory.revoked_at is not None and other and not is_of_age(student)


def may_hand_over(viewer: Viewer, placement: Placement) -> bool:
    """Who guides an intern from now on is the coordinator's to decide."""
    return not stands(viewer, placement.student).isdisjoint({COORDINATOR, SYSTEM})
