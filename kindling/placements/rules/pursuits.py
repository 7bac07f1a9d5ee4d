"""Who may take which step with a pursuit."""

from __future__ import annotations

from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.placements.rules.doers import (
    COORDINATOR,
    DOERS,
    GUARDIAN,
    GUIDES,
    STUDENT,
    SYSTEM,
    deciders,
    may,
    stands,
)
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_request(viewer: Viewer, student: Student) -> bool:
    """Students ask for themselves, while they are enrolled."""
    enrolled = student.state == Student.State.ENROLLED
    return enrolled and may("pursuit.request", viewer, student)


def may_queue(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student who asked, or an adult who guides them: the request waits for the next seat."""
    return may("pursuit.queue", viewer, pursuit.student)


def may_accept(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Only the student says yes to a seat."""
    return may("pursuit.accept", viewer, pursuit.student)


def may_set_limit(viewer: Viewer, student: Student) -> bool:
    """Those who guide the student know how many they can carry."""
    return not GUIDES.isdisjoint(stands(viewer, student))


def may_see_limit(viewer: Viewer, student: Student) -> bool:
    """The student and the family read the number and why, beside those who set it."""
    return not (GUIDES | {STUDENT, GUARDIAN}).isdisjoint(stands(viewer, student))


def may_change_policy(viewer: Viewer) -> bool:
    """The coordinator, and those who run the school."""
    hats = (COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, SYSTEM)
    return viewer.is_a(*hats) and not viewer.purpose


def may_see_queues(viewer: Viewer) -> bool:
    """Staff read who waits for what, and why in this order."""
    return viewer.is_staff and not viewer.purpose


def may_approve(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The coordinator, or whoever the school asks now, says who goes after which place."""
    return not deciders(pursuit).isdisjoint(stands(viewer, pursuit.student))


def may_award(viewer: Viewer, student: Student) -> bool:
    """A round's result: by the coordinator who tells it, or by the clock after them."""
    return student.state == Student.State.ENROLLED and may("pursuit.award", viewer, student)


def may_decline(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Whoever approves may also say: not now; the coordinator always."""
    doers = deciders(pursuit) | DOERS["pursuit.decline"]
    return not doers.isdisjoint(stands(viewer, pursuit.student))


def may_part(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Only Kindling itself, when a shadow day was decided: nobody's answer gets a name by it."""
    return may("pursuit.part", viewer, pursuit.student)


def may_withdraw(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student, or an adult who guides them."""
    return may("pursuit.withdraw", viewer, pursuit.student)


def may_extend(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Coordinator or advisor: whoever talks with the student knows why it takes longer."""
    return may("pursuit.extend", viewer, pursuit.student)


def may_lapse(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Only the clock."""
    return may("pursuit.lapse", viewer, pursuit.student)


def may_log_attempt(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student's own effort is told by the student."""
    return may("pursuit.log_attempt", viewer, pursuit.student)


def may_request_start(viewer: Viewer, pursuit: Pursuit) -> bool:
    """The student says when they and the place agree."""
    return may("pursuit.request_start", viewer, pursuit.student)


def may_return_start(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Advisor or coordinator send it back with what is missing."""
    return may("pursuit.return", viewer, pursuit.student)


def may_start(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Advisor or coordinator set days and goals, and start."""
    return may("pursuit.start", viewer, pursuit.student)


def may_see_contacts(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Whom to call stands open to staff, and to the student once they may go ahead."""
    if viewer.is_staff:
        return not viewer.purpose
    own = viewer.is_a(STUDENT) and pursuit.student.person_id == viewer.person_id
    return own and pursuit.state in Pursuit.LIVE
