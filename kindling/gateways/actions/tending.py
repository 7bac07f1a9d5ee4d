"""By the clock: what a panel recorded reaches its gateway, and who has finished becomes an alum."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.exhibitions.models import Exhibition, Result
from kindling.gateways import leaving
from kindling.gateways.actions.deciding import decide_gateway, pass_if_met
from kindling.gateways.models import Checklist, Gateway, Thesis
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

AT_ONCE = 200


@every(minutes=10)
def follow_panels() -> None:
    """Take over what panels recorded, and that their conditions are met."""
    over = {"exhibition__state__in": Exhibition.OVER}
    rows = Gateway.objects.filter(state=Gateway.State.SCHEDULED, **over)
    rows = rows.exclude(exhibition__result=Result.NONE)
    for gateway in rows.select_related("school", "student__person", "exhibition")[:AT_ONCE]:
        _follow(gateway)
    met = Gateway.objects.filter(
        state=Gateway.State.CONDITIONS, exhibition__state=Exhibition.State.CLOSED
    )
    for gateway in met.select_related("school", "student__person")[:AT_ONCE]:
        with suppress(Refused):
            pass_if_met(gateway, by=Viewer.system(gateway.school))
    theses = Thesis.objects.filter(state=Thesis.State.DELIVERED, **over)
    theses = theses.exclude(exhibition__result=Result.NONE)
    for thesis in theses.select_related("school", "exhibition")[:AT_ONCE]:
        with suppress(Refused):  # one who was faster on a page
            _follow_defence(thesis)


def _follow(gateway: Gateway) -> None:
    """One who was faster on a page is no mistake; a condition without words waits for an adult."""
    held = gateway.exhibition
    if held is None:
        return
    try:
        decide_gateway(gateway, held.result, "", by=Viewer.system(gateway.school))
    except Refused:
        return


@transaction.atomic
def _follow_defence(thesis: Thesis) -> None:
    """A defence that was passed ends the thesis; one to do again opens it."""
    held, by = thesis.exhibition, Viewer.system(thesis.school)
    if held is None or not held.result:
        return
    now = by.school.now()
    if held.result == Result.REDO:
        take_step(thesis, "redo", by=by, since=now, exhibition=None)
    else:
        take_step(thesis, "defend", by=by, since=now, defended_on=held.on or by.school.today())


@every(hours=1)
def finish_school() -> None:
    """Whose last day is over, with the principal's yes: they become alumni. One by one, each whole.

    Once: whoever the registrar brings back afterwards stays.
    """
    rows = Gateway.objects.filter(
        state=Gateway.State.PROMOTED, checklist__kind=Checklist.Kind.GRADUATION,
        leaves_on__isnull=False, finished_on__isnull=True,
    )  # fmt: skip
    for gateway in rows.select_related("school", "student__person").order_by("pk")[:AT_ONCE]:
        day = gateway.leaves_on
        if day is not None and day < gateway.school.today():
            with suppress(Refused):  # changed at this moment: looked at again in an hour
                _finish(gateway, day)


def _finish(gateway: Gateway, day: date) -> None:
    """Who has left already (the roll-over was faster) is left as they are."""
    by, today = Viewer.system(gateway.school), gateway.school.today()
    with transaction.atomic():
        rows = Gateway.objects.filter(pk=gateway.pk, state=Gateway.State.PROMOTED)
        if not rows.filter(finished_on__isnull=True).update(finished_on=today):
            return
        record("gateway.finish", gateway, by=by, left_on=str(day))
        if gateway.student.state == Student.State.ENROLLED:
            leaving.finish(gateway.student, left_on=day, by=by)
