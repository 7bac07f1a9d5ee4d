"""While an internship runs: other days, other goals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.placements import rules
from kindling.placements.actions.telling import tell
from kindling.placements.checks import check_hours
from kindling.placements.models import Placement
from kindling.placements.timetable import check_last_day, checked_schedule, written
from kindling.schools.viewer import Viewer


@transaction.atomic
def reschedule_placement(
    placement: Placement,
    *,
    since_on: date,
    ends_on: date | None,
    schedule: Iterable[tuple[int, time, time] | tuple[int, time, time, str]],
    by: Viewer,
) -> None:
    """Set other weekdays or times from a day on, and the last day. What was before stays.

    Raises ValidationError by field, Refused when the internship has ended.
    """
    require(rules.may_reschedule(by, placement))
    if placement.state == Placement.State.PAUSED:
        raise Refused(_("This internship is paused. Let it go on first, then change the days."))
    slots = checked_schedule(schedule)
    _check_since(placement, since_on, ends_on, today=by.school.today())
    check_hours(placement, slots, since_on, by=by)
    _change(placement, ends_on=ends_on)
    placement.stop_days(since_on - timedelta(days=1))
    placement.plan_days(slots, since_on=since_on)
    day, last = since_on.isoformat(), ends_on.isoformat() if ends_on else ""
    record(
        "placement.reschedule", placement, by=by, since_on=day, ends_on=last, plan=written(slots)
    )
    who = [placement.student.person, placement.mentor]
    tell(who, "rescheduled", placement, by=by, since_on=since_on, slots=slots)


def _check_since(
    placement: Placement, since_on: date, ends_on: date | None, *, today: date
) -> None:
    if since_on < today:
        raise ValidationError(
            {"since_on": _("Choose today or a later day. Days that were stay as they are.")}
        )
    if since_on < placement.starts_on:
        raise ValidationError({"since_on": _("Choose the first day or a later one.")})
    check_last_day(since_on, ends_on)


@transaction.atomic
def change_goals(placement: Placement, goals: str, *, by: Viewer) -> None:
    """Write the goals anew; the earlier words stay in the history."""
    require(rules.may_change_goals(by, placement))
    goals, was = goals.strip()[:4000], placement.goals
    if goals == was:
        return
    _change(placement, goals=goals)
    record("placement.change_goals", placement, by=by, was=was)


def _change(placement: Placement, **facts: date | str | None) -> None:
    """Set facts only while the internship runs: it may have ended while the form was open."""
    running = Placement.objects.filter(pk=placement.pk).running()
    if not running.update(**facts):
        raise Refused(_("This internship has ended, so nothing about it changes any more."))
    for name, value in facts.items():
        setattr(placement, name, value)
