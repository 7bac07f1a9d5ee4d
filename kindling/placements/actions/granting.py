"""What a yes and a no do, once everybody who is asked has answered."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import take_step
from kindling.kit.http import Refused
from kindling.placements.actions.asking import drop_chain
from kindling.placements.actions.queueing import put_in_line
from kindling.placements.actions.seats import open_seat
from kindling.placements.actions.telling import tell_student, tell_student_and_advisors
from kindling.placements.checks import check_ties
from kindling.placements.models import Pursuit
from kindling.schools.viewer import Viewer
from kindling.sites.actions import take_seat
from kindling.sites.models import Seat

# Sent back on the last day of a permission, a student still has this long to mend it.
GRACE = timedelta(days=7)


def grant(pursuit: Pursuit, until_on: date | None, *, by: Viewer) -> None:
    """Take a seat and the step together; tell those who walk the way.

    `until_on`: else what was said on the way, else the school's usual span.
    """
    today = by.school.today()
    said = until_on or pursuit.until_on
    until = said if said and said >= today else today + timedelta(days=by.school.pursuit_days)
    check_ties(pursuit)
    if not by.is_staff and not _has_seat(pursuit):
        put_in_line(pursuit, by=by)  # a family's yes is not lost because a seat was
        return
    hold_seat(pursuit, until, by=by)
    tell_student_and_advisors(pursuit, "approved", by=by, until_on=until)


def _has_seat(pursuit: Pursuit) -> bool:
    """Say whether a yes would get a seat now."""
    place = pursuit.opportunity
    if not place.takes_students_on(pursuit.school.today()):
        return False
    return pursuit.seat is not None or place.count_free_seats() > 0


def hold_seat(pursuit: Pursuit, until: date, *, by: Viewer) -> None:
    """The database lets one live pursuit have each seat."""
    detail = {"until_on": until.isoformat()}
    try:
        # A savepoint: on PostgreSQL a broken constraint would spoil the whole transaction.
        with transaction.atomic():
            seat = pursuit.seat or _free_seat(pursuit, by=by)
            changes = {"seat": seat, "until_on": until, "reason": "", "warned_on": None}
            changes |= {"approved_on": by.school.today(), "holder": ""}
            take_step(pursuit, "approve", by=by, detail=detail, **changes)
    except IntegrityError:
        raise Refused(
            _("Someone else was just given the seat at %(place)s.")
            % {"place": pursuit.opportunity.title}
        ) from None


def _free_seat(pursuit: Pursuit, *, by: Viewer) -> Seat:
    try:
        return take_seat(pursuit.opportunity, by=by)
    except Refused:
        raise Refused(
            _("No seat is free at %(place)s now. Put the request in the queue, or say not now.")
            % {"place": pursuit.opportunity.title}
        ) from None


def turn_down(pursuit: Pursuit, reason: str, *, why: str = "", by: Viewer) -> None:
    """Not now, with a reason that the student reads; a kept seat opens."""
    changes = {"reason": reason, "ended_why": why}
    take_step(pursuit, "decline", by=by, detail=changes, **changes)
    drop_chain(pursuit, by=by)
    tell_student_and_advisors(pursuit, "declined", by=by, reason=reason)
    open_seat(pursuit, by=by)


def give_back(pursuit: Pursuit, reason: str, *, by: Viewer) -> None:
    """A start goes back with what to mend, and at least a week for it."""
    grace = by.school.today() + GRACE
    until = max(pursuit.until_on or grace, grace)
    detail = {"reason": reason, "until_on": until.isoformat()}
    changes = {"reason": reason, "until_on": until, "warned_on": None}
    take_step(pursuit, "return", by=by, detail=detail, **changes)
    drop_chain(pursuit, by=by)
    tell_student(pursuit, "returned", by=by, reason=reason)
