"""Show what came of a plan, look back on it, close it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.plans import rules
from kindling.plans.locking import lock
from kindling.plans.models import Plan, Remark
from kindling.schools.viewer import Viewer


@transaction.atomic
def exhibit_plan(plan: Plan, *, on: date, by: Viewer) -> None:
    """Write down the day on which the student showed it. A change under way is given up first."""
    require(rules.may_look_after(by, plan))
    plan = lock(plan, by=by)
    _refuse_changing(plan)
    if on > by.school.today():
        raise Refused(_("That day is ahead. Write the exhibition down once it was held."))
    take_step(plan, "exhibit", by=by, exhibited_on=on, state_since=by.school.now())


@transaction.atomic
def reflect_plan(plan: Plan, *, by: Viewer) -> None:
    """The student hands in what they say looking back. Refused while it is empty."""
    require(rules.part_of(by, plan.student).is_student)
    plan = lock(plan, by=by)
    _refuse_changing(plan)
    if not plan.learned.strip():
        raise Refused(_("Write a sentence about what you learned. Then hand it in."))
    take_step(plan, "reflect", by=by, state_since=by.school.now())


@transaction.atomic
def close_plan(plan: Plan, *, by: Viewer) -> None:
    """The advisor has read the student's words and closes the term's plan."""
    require(rules.may_look_after(by, plan))
    plan = lock(plan, by=by)
    take_step(plan, "close", by=by, state_since=by.school.now())


def _refuse_changing(plan: Plan) -> None:
    if plan.is_changing:
        raise Refused(_("A change of this plan is open. Have it signed, or give it up first."))


@transaction.atomic
def make_remark(plan: Plan, text: str, *, by: Viewer) -> Remark:
    """Say something beside the plan. It is read by all who read the plan."""
    require(rules.may_remark(by, plan))
    if by.person is None:  # the clock has nothing to say
        raise PermissionDenied
    part = rules.part_of(by, plan.student)
    remark = Remark.objects.create(
        school=by.school,
        plan=plan,
        by=by.person,
        party=part.party,
        text=text,
        at=by.school.now(),
    )
    Plan.objects.filter(pk=plan.pk).update(remark_count=F("remark_count") + 1)
    record("plan.remark", plan, by=by, remark=remark.public_id)
    return remark
