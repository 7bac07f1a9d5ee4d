"""From the day itself to the record. `panels` calls the steps after `hold`."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.actions.planning import plan_exhibition
from kindling.exhibitions.along import tell_held
from kindling.exhibitions.models import Exhibition, Result
from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.plans.actions import exhibit_plan
from kindling.plans.models import Plan
from kindling.plans.rules import may_look_after
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer


@transaction.atomic
def hold_exhibition(exhibition: Exhibition, *, by: Viewer) -> None:
    """It takes place. Refused before its day. A signed plan of the term counts as exhibited."""
    require(rules.leads(by, exhibition))
    on = exhibition.on
    if on is None or on > by.school.today():
        raise Refused(_("This exhibition is still to come."))
    take_step(exhibition, "hold", by=by, state_since=by.school.now())
    plan = exhibition.plan
    if (
        plan
        and plan.state == Plan.State.ACTIVE
        and not plan.is_changing
        and may_look_after(by, plan)
    ):
        exhibit_plan(plan, on=on, by=by)
    tell_held(exhibition, by)


@transaction.atomic
def finish_scoring(exhibition: Exhibition, *, by: Viewer) -> None:
    """All are in, or who leads closed it. `panels` says when."""
    take_step(exhibition, "score", by=by, state_since=by.school.now())


@transaction.atomic
def compare_exhibition(exhibition: Exhibition, *, by: Viewer) -> None:
    """The panel has seen where it differs."""
    require(rules.leads(by, exhibition))
    take_step(exhibition, "compare", by=by, state_since=by.school.now())


@transaction.atomic
def agree_result(exhibition: Exhibition, result: str, *, by: Viewer) -> None:
    """Write down what the panel agreed on. `panels` has asked whether it may."""
    require(rules.leads(by, exhibition) and result in Result.values and result != Result.NONE)
    take_step(exhibition, "agree", by=by, state_since=by.school.now(), result=result)


@transaction.atomic
def record_exhibition(exhibition: Exhibition, *, by: Viewer) -> None:
    """The record stands. From now on no link of a guest or mentor opens this exhibition."""
    require(rules.leads(by, exhibition))
    take_step(exhibition, "record", by=by, state_since=by.school.now())


@transaction.atomic
def close_exhibition(exhibition: Exhibition, *, by: Viewer) -> None:
    """Nothing of it is open any more."""
    require(rules.leads(by, exhibition))
    take_step(exhibition, "close", by=by, state_since=by.school.now())


@transaction.atomic
def redo_exhibition(exhibition: Exhibition, *, term: Term | None = None, by: Viewer) -> Exhibition:
    """Begin it again after a result of “Redo”, with the same title, once."""
    require(rules.leads(by, exhibition))
    if exhibition.result != Result.REDO or exhibition.state not in Exhibition.OVER:
        raise Refused(_("Only an exhibition with the result “Redo” is held again."))
    if Exhibition.objects.filter(redo_of=exhibition).exists():
        raise Refused(_("It is being prepared again already."))
    again = term or exhibition.term
    return plan_exhibition(
        exhibition.student, exhibition.kind, term=again, redo_of=exhibition, by=by
    )
