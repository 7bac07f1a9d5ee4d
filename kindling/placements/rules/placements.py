"""Who may take which step with an internship."""

from __future__ import annotations

from kindling.placements.models import Placement
from kindling.placements.rules.doers import may
from kindling.schools.viewer import Viewer

CONFIRM_DAYS = "confirm_days"  # the purpose of a mentor's pass; its subjects are placements
GUIDE = "guide"  # a mentor’s own link: all their interns on one page; its subject is the mentor


def may_reschedule(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator."""
    return may("placement.reschedule", viewer, placement.student)


def may_change_goals(viewer: Viewer, placement: Placement) -> bool:
    """The student's goals are the student's, and those who guide them help."""
    return may("placement.change_goals", viewer, placement.student)


def may_request_end(viewer: Viewer, placement: Placement) -> bool:
    """The student, an adult who guides them, or the mentor with a link that names it."""
    held = viewer.holds(CONFIRM_DAYS, placement.public_id)
    if held and placement.mentor_id == viewer.person_id:
        return True
    return may("placement.request_end", viewer, placement.student)


def may_keep(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator, after they talked about it."""
    return may("placement.keep", viewer, placement.student)


def may_pause(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator."""
    return may("placement.pause", viewer, placement.student)


def may_resume(viewer: Viewer, placement: Placement) -> bool:
    """Whoever may pause it lets it go on."""
    return may("placement.resume", viewer, placement.student)


def may_end(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator."""
    return may("placement.end", viewer, placement.student)
