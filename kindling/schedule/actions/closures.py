"""Close the school for a day or more. What happened on past days is not rewritten."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schedule import rules
from kindling.schedule.models import Closure
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

LONGEST = 130  # days; a summer, with room


@transaction.atomic
def add_closure(*, by: Viewer, label: str, starts_on: date, ends_on: date) -> Closure:
    """Close the school from one day to another, both counted. A double tap makes one row."""
    require(rules.may_change_closures(by))
    _refuse_span(starts_on, ends_on)
    School.objects.select_for_update().get(pk=by.school.pk)  # or two taps at once make two
    days: dict[str, Any] = {"label": label, "starts_on": starts_on, "ends_on": ends_on}
    same = Closure.objects.filter(school=by.school, **days).first()
    if same is not None:
        return same
    closure: Closure = Closure.objects.create(school=by.school, **days)
    record("closure.add", closure, by=by, **{key: str(day) for key, day in days.items()})
    return closure


@transaction.atomic
def change_closure(
    closure: Closure, *, by: Viewer, label: str, starts_on: date, ends_on: date
) -> None:
    """Change a closure; a first day that has come stays, and so does a last day that is over."""
    require(rules.may_change_closures(by))
    _refuse_span(starts_on, ends_on)
    today = by.school.today()
    if closure.starts_on <= today and starts_on != closure.starts_on:
        raise Refused(_("This began already, so its first day stays. Change the last day."))
    if closure.ends_on < today and ends_on != closure.ends_on:
        raise Refused(_("These days are over, so they stay as they are. Add other days instead."))
    was = {name: str(getattr(closure, name)) for name in ("label", "starts_on", "ends_on")}
    closure.label, closure.starts_on, closure.ends_on = label, starts_on, ends_on
    closure.save(update_fields=["label", "starts_on", "ends_on"])
    record("closure.change", closure, by=by, was=was)


@transaction.atomic
def delete_closure(closure: Closure, *, by: Viewer) -> None:
    """Open the school again on days that have not come yet."""
    require(rules.may_change_closures(by))
    if closure.starts_on <= by.school.today():
        raise Refused(_("This began already and cannot be taken back. Change its last day."))
    record("closure.delete", closure, by=by, label=closure.label, days=str(closure.starts_on))
    closure.delete()


def _refuse_span(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Refused(_("The last day must not come before the first day."))
    if (ends_on - starts_on).days > LONGEST:
        raise Refused(_("This is longer than a summer. Check the year of the last day."))
