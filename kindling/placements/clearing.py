"""Who goes where, for clearance below us: it knows students at places and no internship."""

from __future__ import annotations

from kindling.clearance.pairs import Pair, find_with
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.models import Pursuit
from kindling.schools.viewer import Viewer

READ = ("student__person", "opportunity__site")
COMING = (Pursuit.State.APPROVED, Pursuit.State.START_REQUESTED)


def register() -> None:
    """Tell clearance. AppConfig.ready calls it once a process."""
    find_with(pairs_of)


def pairs_of(viewer: Viewer, student: Student | None) -> list[Pair]:
    """Running internships with their mentors, and who may go after a place. Two statements."""
    running = rules.visible_placements(viewer).running().select_related(*READ, "mentor")
    coming = rules.visible_pursuits(viewer).filter(state__in=COMING).select_related(*READ)
    if student is not None:
        running, coming = running.filter(student=student), coming.filter(student=student)
    there = [
        Pair(
            one.student, one.opportunity, mentor=one.mentor, is_running=True,
            since_on=one.starts_on,
        )
        for one in running.order_by("pk")
    ]  # fmt: skip
    return there + [Pair(one.student, one.opportunity) for one in coming.order_by("pk")]
