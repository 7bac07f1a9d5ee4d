"""Who goes where, for clearance below us: it knows students at places and no internship."""

from __future__ import annotations

from kindling.clearance.pairs import Pair, find_with
from kindling.clearance.queries import Readiness, readiness
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.models import Placement, Pursuit
from kindling.schools.viewer import Viewer

READ = ("student__person", "opportunity__site")
COMING = (Pursuit.State.APPROVED, Pursuit.State.START_REQUESTED)


def register() -> None:
    """Tell clearance. AppConfig.ready calls it once a process."""
    find_with(pairs_of)


def pursued(pursuit: Pursuit) -> Pair:
    """As clearance knows somebody who may go after a place."""
    return Pair(pursuit.student, pursuit.opportunity)


def placed(placement: Placement) -> Pair:
    """As clearance knows somebody who is there."""
    mentor, since = placement.mentor, placement.starts_on
    return Pair(
        placement.student, placement.opportunity, mentor=mentor, is_running=True, since_on=since
    )


def readiness_of(viewer: Viewer, thing: Pursuit | Placement) -> Readiness | None:
    """How ready it is; None where nothing is asked, or nothing is about to happen."""
    if isinstance(thing, Placement):
        pair = placed(thing) if thing.state in Placement.RUNNING else None
    else:
        pair = pursued(thing) if thing.state in COMING else None
    return readiness(viewer.school, pair, viewer.school.today()) if pair else None


def pairs_of(viewer: Viewer, student: Student | None) -> list[Pair]:
    """Running internships with their mentors, and who may go after a place. Two statements."""
    running = rules.visible_placements(viewer).running().select_related(*READ, "mentor")
    coming = rules.visible_pursuits(viewer).filter(state__in=COMING).select_related(*READ)
    if student is not None:
        running, coming = running.filter(student=student), coming.filter(student=student)
    there = [placed(one) for one in running.order_by("pk")]
    return there + [pursued(one) for one in coming.order_by("pk")]
