"""Who may do what on the way: apply, check, decide, let go on."""

from __future__ import annotations

from kindling.evidence.models import Evidence
from kindling.gateways.models import Chapter, Showing
from kindling.people.models import Student
from kindling.people.rules import is_own, is_own_advisor
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

GUIDES = (Role.COORDINATOR, Role.PRINCIPAL)


def may_guide(viewer: Viewer, student: Student) -> bool:
    """Their advisor (no substitute), the coordinator, the principal: says yes to what is shown."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    return viewer.is_a(*GUIDES, Role.SYSTEM) or is_own_advisor(viewer, student)


def may_begin(viewer: Viewer, student: Student) -> bool:
    """Begin somebody's way: the student, and who guides them."""
    return is_own(viewer, student) or may_guide(viewer, student)


def may_let_go_on(viewer: Viewer) -> bool:
    """The last yes is the principal's."""
    return viewer.is_a(Role.PRINCIPAL, Role.SYSTEM) and not viewer.purpose


def may_see_audit(viewer: Viewer) -> bool:
    """Everybody's standing: leaders; an advisor sees their own students there."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_read_chapter(viewer: Viewer, chapter: Chapter) -> bool:
    """Only the student; and their own advisor once it was shared with them."""
    if is_own(viewer, chapter.student):
        return True
    shared = chapter.state != Chapter.State.WRITING
    return shared and not viewer.purpose and is_own_advisor(viewer, chapter.student)


def rests_on(evidence: Evidence) -> bool:
    """Whether somebody showed this piece on their way: its file stays."""
    return Showing.objects.filter(evidence=evidence).exists()
