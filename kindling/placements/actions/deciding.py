"""The coordinator says yes until a date, not now, or a little longer."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.placements import rules
from kindling.placements.actions.seats import open_seat
from kindling.placements.actions.telling import tell_student, tell_student_and_advisors
from kindling.placements.models import Pursuit
from kindling.schools.viewer import Viewer
from kindling.sites.actions import take_seat
from kindling.sites.models import Opportunity, Seat

LONGEST = timedelta(days=366)


@transaction.atomic
def approve_pursuit(pursuit: Pursuit, until_on: date | None = None, *, by: Viewer) -> None:
    """Let the student go after the place until that day (the school's usual span if not said).

    This takes a seat: from here on it is nobody else's. Raises Refused when none is free or the
    place no longer takes students, ValidationError for a day that has passed.
    """
    require(rules.may_approve(by, pursuit))
    today = by.school.today()
    until = until_on or today + timedelta(days=by.school.pursuit_days)
    _check_until(until, today)
    if pursuit.opportunity.state != Opportunity.State.OPEN:
        raise Refused(
            _("%(place)s takes no students now. Open it first, then approve.")
            % {"place": pursuit.opportunity.title}
        )
    _hold_seat(pursuit, until, by=by)
    tell_student_and_advisors(pursuit, "approved", by=by, until_on=until)


def _hold_seat(pursuit: Pursuit, until: date, *, by: Viewer) -> None:
    """Take a seat and the step together; the database lets one live pursuit have each seat."""
    detail = {"until_on": until.isoformat()}
    try:
        # A savepoint: on PostgreSQL a broken constraint would spoil the whole transaction.
        with transaction.atomic():
            seat = pursuit.seat or _free_seat(pursuit, by=by)
            changes = {"seat": seat, "until_on": until, "reason": "", "warned_on": None}
            changes |= {"approved_on": by.school.today()}
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


@transaction.atomic
def decline_pursuit(pursuit: Pursuit, reason: str, *, by: Viewer) -> None:
    """Say not now, with a reason that the student reads."""
    require(rules.may_decline(by, pursuit))
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say why, so that the student can find another way.")})
    take_step(pursuit, "decline", by=by, reason=reason, detail={"reason": reason})
    tell_student_and_advisors(pursuit, "declined", by=by, reason=reason)
    open_seat(pursuit, by=by)


@transaction.atomic
def extend_pursuit(pursuit: Pursuit, until_on: date, reason: str, *, by: Viewer) -> None:
    """Give more time, with a reason; the student is warned again before the new day."""
    require(rules.may_extend(by, pursuit))
    today, reason = by.school.today(), reason.strip()[:1000]
    _check_until(until_on, today)
    if pursuit.until_on and until_on <= pursuit.until_on:
        raise ValidationError({"until_on": _("Choose a day after the present last day.")})
    if not reason:
        raise ValidationError({"reason": _("Say in a few words why it takes longer.")})
    was = pursuit.until_on.isoformat() if pursuit.until_on else ""
    detail = {"until_on": until_on.isoformat(), "from_on": was, "reason": reason}
    changes = {"until_on": until_on, "warned_on": None, "reason": reason}
    take_step(pursuit, "extend", by=by, detail=detail, **changes)
    tell_student(pursuit, "extended", by=by, until_on=until_on, reason=reason)


def _check_until(until: date, today: date) -> None:
    if until < today:
        raise ValidationError({"until_on": _("Choose today or a later day.")})
    if until > today + LONGEST:
        raise ValidationError({"until_on": _("Choose a day within the next year.")})
