"""What the clock does: asks how it was, decides when the time is over, lets old plans go."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.exploring.actions.deciding import decide_shadow_day
from kindling.exploring.actions.planning import settle_shadow_day, take_off
from kindling.exploring.actions.telling import ask_how_it_was, tell_of
from kindling.exploring.models import ShadowDay
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

State = ShadowDay.State


@every(minutes=30)
def tend_shadow_days() -> None:
    """Look after the shadow days of all schools."""
    for school in School.objects.filter(set_up_at__isnull=False):
        tend_shadow_days_of(school)


def tend_shadow_days_of(school: School) -> list[ShadowDay]:
    """Do what is due at one school now; return the days that were touched. Safe to call twice."""
    by, now = Viewer.system(school), school.now()
    touched = []
    for shadow in _waiting(school):
        try:
            if tend_shadow_day(shadow, now, by=by):
                touched.append(shadow)
        except Refused:  # somebody was faster
            continue
    return touched


def _waiting(school: School) -> list[ShadowDay]:
    """Whatever is not over, one statement."""
    open_states = (*ShadowDay.AHEAD, State.HELD)
    rows = ShadowDay.objects.filter(school=school, state__in=open_states)
    related = ("student__person", "opportunity__site", "host", "pursuit", "school", "commitment")
    return list(rows.select_related(*related).order_by("pk"))


@transaction.atomic
def tend_shadow_day(shadow: ShadowDay, now: datetime, *, by: Viewer) -> bool:
    """Do what is due for one of them; say whether anything was."""
    today = now.date()
    has_left = shadow.student.state != Student.State.ENROLLED
    if has_left and shadow.state in ShadowDay.AHEAD:
        return take_off(shadow, "cancel", "", by=by)
    if shadow.state in (State.ASKED, State.PLANNED):
        if shadow.on < today:
            take_step(shadow, "cancel", by=by)
            tell_of(shadow, "shadow_off", by=by, outside=False)
            return True
        return shadow.state == State.PLANNED and settle_shadow_day(shadow, by=by)
    if shadow.state == State.AGREED and shadow.has_ended(now) and shadow.asked_at is None:
        ask_how_it_was(shadow, by=by)
        record("shadowday.ask", shadow, by=by)
        return True
    if shadow.state == State.HELD and shadow.answers_until and shadow.answers_until < today:
        decide_shadow_day(shadow, by=by)
        return True
    return False
