"""The school says yes until a date, not now, or a little longer."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import take_step
from kindling.kit.http import require
from kindling.placements import rules
from kindling.placements.actions.answering import agree, refuse
from kindling.placements.actions.granting import grant, turn_down
from kindling.placements.actions.telling import tell_student
from kindling.placements.checks import check_open, check_until
from kindling.placements.models import Pursuit
from kindling.schools.viewer import Viewer


@transaction.atomic
def approve_pursuit(pursuit: Pursuit, until_on: date | None = None, *, by: Viewer) -> None:
    """Let the student go after the place until that day (the school's usual span if not said).

    The last yes takes a seat: from here on it is nobody else's. Where the school asks several,
    the next is asked. Raises Refused when no seat is free or the place takes nobody,
    ValidationError for a day that has passed.
    """
    require(rules.may_approve(by, pursuit))
    if until_on is not None:
        check_until(until_on, by.school.today())
    check_open(pursuit)
    if approval := rules.asked_now(pursuit):
        agree(approval, until_on, by=by)
    else:
        grant(pursuit, until_on, by=by)


@transaction.atomic
def decline_pursuit(pursuit: Pursuit, reason: str, *, why: str = "", by: Viewer) -> None:
    """Say not now, with a reason that the student reads. why: one of EndedWhy, or ""."""
    require(rules.may_decline(by, pursuit))
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say why, so that the student can find another way.")})
    approval = rules.asked_now(pursuit)
    if approval and rules.may_answer(by, approval):
        refuse(approval, reason, why=why, by=by)
    else:
        turn_down(pursuit, reason, why=why, by=by)


@transaction.atomic
def extend_pursuit(pursuit: Pursuit, until_on: date, reason: str, *, by: Viewer) -> None:
    """Give more time, with a reason; the student is warned again before the new day."""
    require(rules.may_extend(by, pursuit))
    today, reason = by.school.today(), reason.strip()[:1000]
    check_until(until_on, today)
    if pursuit.until_on and until_on <= pursuit.until_on:
        raise ValidationError({"until_on": _("Choose a day after the present last day.")})
    if not reason:
        raise ValidationError({"reason": _("Say in a few words why it takes longer.")})
    was = pursuit.until_on.isoformat() if pursuit.until_on else ""
    detail = {"until_on": until_on.isoformat(), "from_on": was, "reason": reason}
    changes = {"until_on": until_on, "warned_on": None, "reason": reason}
    take_step(pursuit, "extend", by=by, detail=detail, **changes)
    tell_student(pursuit, "extended", by=by, until_on=until_on, reason=reason)
