"""A yes or a no by whoever is asked now: on the page, or from a link without an account."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import take_step
from kindling.kit.http import require
from kindling.placements import rules
from kindling.placements.actions.asking import ask_next
from kindling.placements.actions.granting import give_back, grant, turn_down
from kindling.placements.actions.telling import tell_guides
from kindling.placements.checks import check_stage, check_ties
from kindling.placements.models import Approval, Pursuit
from kindling.schools.viewer import Viewer


@transaction.atomic
def agree(approval: Approval, until_on: date | None = None, *, by: Viewer) -> None:
    """Say yes; the next is asked, or it is done. The same yes twice does nothing twice.

    Raises Refused when somebody else answered, or the request was taken back meanwhile.
    """
    require(rules.may_answer(by, approval))
    if approval.state == Approval.State.YES and approval.by_id == by.person_id:
        return
    say_yes(approval, until_on, by=by)


@transaction.atomic
def stand_in(approval: Approval, reason: str, *, by: Viewer) -> None:
    """The coordinator writes down a yes that a family or a mentor said by phone or in person."""
    require(rules.may_stand_in(by, approval))
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say who said yes, and how you heard it.")})
    say_yes(approval, None, by=by, reason=reason, is_heard=True)


def say_yes(
    approval: Approval,
    until_on: date | None,
    *,
    by: Viewer,
    reason: str = "",
    is_heard: bool = False,
) -> None:
    """Keep a yes without asking whether one may: for actions that have asked."""
    pursuit = approval.pursuit
    check_stage(approval)
    check_ties(pursuit)
    answer_turn(approval, "agree", by=by, is_heard=is_heard, reason=reason)
    if until_on is not None:
        Pursuit.objects.filter(pk=pursuit.pk).update(until_on=until_on)
        pursuit.until_on = until_on
    if ask_next(pursuit, by=by):
        return
    if approval.stage == Approval.Stage.PURSUE:
        grant(pursuit, until_on, by=by)
    else:
        tell_guides(pursuit, "ready_to_start", by=by)


@transaction.atomic
def refuse(approval: Approval, reason: str, *, why: str = "", by: Viewer) -> None:
    """Say no with a reason: the request is over, a start goes back to the student."""
    require(rules.may_answer(by, approval))
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say why, so that the student can find another way.")})
    if approval.state == Approval.State.NO and approval.by_id == by.person_id:
        return
    check_stage(approval)
    answer_turn(approval, "refuse", by=by, reason=reason)
    if approval.stage == Approval.Stage.PURSUE:
        turn_down(approval.pursuit, reason, why=why, by=by)
    else:
        give_back(approval.pursuit, reason, by=by)


def answer_turn(approval: Approval, verb: str, *, by: Viewer, **said: Any) -> None:
    """Two who answer at once: one counts."""
    who: dict[str, Any] = {"by": by.person, "answered_at": by.school.now()}
    take_step(approval, verb, by=by)
    Approval.objects.filter(pk=approval.pk).update(**who, **said)
    for name, value in {**who, **said}.items():
        setattr(approval, name, value)
