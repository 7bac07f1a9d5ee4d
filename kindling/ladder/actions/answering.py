"""I have it, what I did, and the end of it: compare-and-set, so that one person has it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.ladder import rules
from kindling.ladder.actions.telling import tell_climbed, tell_over
from kindling.ladder.models import Alarm, Ladder
from kindling.ladder.rungs import Rung
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

State = Alarm.State


@transaction.atomic
def take_alarm(alarm: Alarm, *, by: Viewer, did: str = "") -> None:
    """I have it: nobody else is told while this person looks. A second tap changes nothing.

    Two at once: one has it, the other is told who (Refused).
    """
    require(rules.may_take(by, alarm))
    facts = {"taken_by": by.person, "taken_at": by.school.now(), "did": did, "next_at": None}
    rows = Alarm.objects.filter(pk=alarm.pk, state=State.OPEN)
    if rows.update(state=State.TAKEN, **facts):
        _set_all(alarm, state=State.TAKEN, **facts)
        record("alarm.take", alarm, by=by, did=did)
        return
    alarm.refresh_from_db()
    if alarm.state == State.TAKEN and alarm.taken_by_id == by.person_id:
        if did:
            say_what_was_done(alarm, did=did, by=by)
        return
    raise Refused(_who_has_it(alarm))


@transaction.atomic
def say_what_was_done(alarm: Alarm, *, did: str, by: Viewer) -> None:
    """Write what was done about it; what was written before stays in the history."""
    require(rules.may_take(by, alarm))
    rows = Alarm.objects.filter(pk=alarm.pk, state=State.TAKEN, taken_by=by.person)
    if not rows.update(did=did):
        alarm.refresh_from_db()
        raise Refused(_who_has_it(alarm))
    alarm.did = did
    record("alarm.did", alarm, by=by, did=did)


@transaction.atomic
def give_back_alarm(alarm: Alarm, *, by: Viewer) -> None:
    """I cannot look after it: the ladder goes on where it stood."""
    require(rules.may_take(by, alarm))
    facts = {"taken_by": None, "taken_at": None, "next_at": by.school.now()}
    mine = Alarm.objects.filter(pk=alarm.pk, state=State.TAKEN)
    if not rules.may_tell_family(by, alarm):
        mine = mine.filter(taken_by=by.person)
    if not mine.update(state=State.OPEN, **facts):
        alarm.refresh_from_db()
        raise Refused(_who_has_it(alarm))
    _set_all(alarm, state=State.OPEN, **facts)
    Ladder.objects.filter(school=by.school).update(look_at=timezone.now())
    record("alarm.give_back", alarm, by=by)


@transaction.atomic
def close_alarm(alarm: Alarm, *, did: str, by: Viewer) -> None:
    """The student is accounted for, and this is how we know. Everybody alarmed is told."""
    require(rules.may_take(by, alarm))
    facts = {
        "did": did, "closed_why": Alarm.Why.SAID, "closed_by": by.person,
        "closed_at": by.school.now(), "next_at": None,
    }  # fmt: skip
    if not Alarm.objects.filter(pk=alarm.pk, state__in=Alarm.LIVE).update(
        state=State.CLOSED, **facts
    ):
        alarm.refresh_from_db()
        raise Refused(_who_has_it(alarm))
    _set_all(alarm, state=State.CLOSED, **facts)
    record("alarm.close", alarm, by=by, why="said", did=did)
    tell_over([(alarm, Alarm.Why.SAID)], by=by, but=by.person_id)


@transaction.atomic
def tell_family(alarm: Alarm, *, by: Viewer) -> int:
    """One tap by the office: write to the family in their language. Return how many were told."""
    require(rules.may_tell_family(by, alarm))
    held = Alarm.objects.select_for_update().get(pk=alarm.pk)  # two taps: the second waits
    if held.state not in Alarm.LIVE:
        raise Refused(_who_has_it(held))
    if Rung.FAMILY in held.behind:
        raise Refused(_("The family has been told already."))
    passed = (held.behind | Rung.FAMILY).value
    Alarm.objects.filter(pk=alarm.pk).update(passed=passed)
    alarm.passed = passed
    calls = tell_climbed([(alarm, Rung.FAMILY)], by=by, now=by.school.now())
    if not calls:
        raise Refused(_("No family is on file for this student. Call who you know of."))
    record("alarm.tell_family", alarm, by=by, told=len(calls))
    return len(calls)


def _who_has_it(alarm: Alarm) -> str:
    """The sentence for who comes second."""
    if alarm.state == State.TAKEN and alarm.taken_by and alarm.taken_at:
        at = clock(alarm.taken_at.astimezone(alarm.school.zone).time())
        facts = {"name": alarm.taken_by.name, "time": at}
        return _("%(name)s has it since %(time)s.") % facts
    if alarm.state == State.CLOSED:
        return _("This is over: %(why)s.") % {"why": Alarm.Why(alarm.closed_why).label}
    return _("Nobody has it yet. Take it first.")


def _set_all(alarm: Alarm, **facts: Any) -> None:
    for name, value in facts.items():
        setattr(alarm, name, value)
