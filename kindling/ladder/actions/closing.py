"""A word from anybody ends an alarm by itself, and whoever was alarmed hears it."""

from __future__ import annotations

from collections import defaultdict

from kindling.absences.models import Kind
from kindling.history.steps import record_many
from kindling.ladder.actions.telling import tell_over
from kindling.ladder.looking import LASTS, Seen
from kindling.ladder.models import Alarm
from kindling.schools.viewer import Viewer

Why = Alarm.Why


def close_answered(seen: Seen, *, by: Viewer) -> None:
    """Close every live alarm that has its answer. A few statements for each kind of answer."""
    found: dict[str, list[Alarm]] = defaultdict(list)
    for alarm in seen.alarms.values():
        if alarm.is_live and (why := _answer_of(alarm, seen)):
            found[why].append(alarm)
    for why, alarms in found.items():
        close_all(alarms, why, seen, by=by)
    over = [(alarm, why) for why, alarms in found.items() for alarm in alarms]
    tell_over([one for one in over if one[1] != Why.DAY_OVER], by=by)


def close_all(alarms: list[Alarm], why: str, seen: Seen, *, by: Viewer) -> None:
    """Write the end of these alarms, unless a person answered one in this moment."""
    facts = {"state": Alarm.State.CLOSED, "closed_why": why, "closed_at": seen.now}
    rows = Alarm.objects.filter(pk__in=[one.pk for one in alarms], state__in=Alarm.LIVE)
    rows.update(next_at=None, **facts)
    record_many("alarm.close", alarms, by=by, why=str(why))
    for alarm in alarms:
        alarm.next_at = None
        for name, value in facts.items():
            setattr(alarm, name, value)


def _answer_of(alarm: Alarm, seen: Seen) -> str:
    """Say why the alarm is over; "" while it is not."""
    key = (alarm.placement_id, alarm.on)
    if key in seen.heard:
        return Why.HEARD
    report = seen.reports.get((alarm.student_id, alarm.on))
    if report and report.kind == Kind.ABSENT:
        return Why.REPORTED
    if report and report.due_at and report.due_at > alarm.due_at:
        return Why.LATE
    if seen.now > alarm.due_at + LASTS:
        return Why.DAY_OVER
    if key not in seen.expected:
        return Why.UNEXPECTED
    return ""
