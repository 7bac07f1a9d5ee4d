"""Close the school for a day or more. What happened on past days is not rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schedule import rules
from kindling.schedule.models import Closure
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

LONGEST = 130  # days; a summer, with room


@transaction.atomic
def add_closure(
    *,
    by: Viewer,
    label: str,
    starts_on: date,
    ends_on: date,
    kind: str = Closure.Kind.OTHER,
    grades: Sequence[str] = (),
) -> Closure:
    """Close the school from one day to another, both counted. A double tap makes one row.

    An exam day cancels internships only. With `grades` it is about these only.
    """
    require(rules.may_change_closures(by))
    _refuse_span(starts_on, ends_on)
    School.objects.select_for_update().get(pk=by.school.pk)  # or two taps at once make two
    days: dict[str, Any] = {
        "label": label, "starts_on": starts_on, "ends_on": ends_on, "kind": kind,
        "grades": ",".join(grades),
    }  # fmt: skip
    same = Closure.objects.filter(school=by.school, **days).first()
    if same is not None:
        return same
    if kind == Closure.Kind.SNOW:
        _refuse_second(Closure.objects.filter(school=by.school, kind=kind, starts_on=starts_on))
    closure: Closure = Closure.objects.create(school=by.school, **days)
    record("closure.add", closure, by=by, **{key: str(day) for key, day in days.items()})
    return closure


@transaction.atomic
def change_closure(
    closure: Closure,
    *,
    by: Viewer,
    label: str,
    starts_on: date,
    ends_on: date,
    kind: str | None = None,
    grades: Sequence[str] | None = None,
) -> None:
    """Change a closure; a first day that has come stays, and so does a last day that is over."""
    require(rules.may_change_closures(by))
    _refuse_span(starts_on, ends_on)
    told = {"label": label, "starts_on": starts_on, "ends_on": ends_on, "kind": kind}
    told["grades"] = None if grades is None else ",".join(grades)
    said = {name: value for name, value in told.items() if value is not None}
    if said.get("kind", closure.kind) == Closure.Kind.SNOW:
        others = Closure.objects.filter(school=by.school, kind=Closure.Kind.SNOW)
        _refuse_second(others.filter(starts_on=starts_on).exclude(pk=closure.pk))
    _refuse_rewriting(closure, said, by.school.today())
    was = {name: str(getattr(closure, name)) for name in said}
    for name, value in said.items():
        setattr(closure, name, value)
    closure.save(update_fields=list(said))
    record("closure.change", closure, by=by, was=was)


@transaction.atomic
def delete_closure(closure: Closure, *, by: Viewer) -> None:
    """Open the school again on days that have not come yet."""
    require(rules.may_change_closures(by))
    if closure.starts_on <= by.school.today():
        raise Refused(_("This began already and cannot be taken back. Change its last day."))
    record("closure.delete", closure, by=by, label=closure.label, days=str(closure.starts_on))
    closure.delete()


@transaction.atomic
def reopen(closure: Closure, *, by: Viewer) -> None:
    """Take back a snow day, today's too: the roads are clear after all."""
    require(rules.may_change_closures(by))
    if closure.kind != Closure.Kind.SNOW or closure.ends_on < by.school.today():
        raise Refused(_("These days are over, so they stay as they are. Add other days instead."))
    record("closure.reopen", closure, by=by, label=closure.label, days=str(closure.starts_on))
    closure.delete()


def _refuse_rewriting(closure: Closure, said: dict[str, Any], today: date) -> None:
    """What has begun stays: the first day, whose days are off; what is over, the last day too."""
    if closure.starts_on <= today and said["starts_on"] != closure.starts_on:
        raise Refused(_("This began already, so its first day stays. Change the last day."))
    if closure.ends_on < today and said["ends_on"] != closure.ends_on:
        raise Refused(_("These days are over, so they stay as they are. Add other days instead."))
    moved = any(said.get(name, was) != was for name, was in _whose(closure).items())
    if closure.starts_on <= today and moved:
        raise Refused(_("This began already, so its kind and grades stay. Change the last day."))


def _whose(closure: Closure) -> dict[str, Any]:
    return {"kind": closure.kind, "grades": closure.grades}


def _refuse_second(snow_days: QuerySet[Closure]) -> None:
    if snow_days.exists():
        raise Refused(_("This day is a snow day already."))


def _refuse_span(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Refused(_("The last day must not come before the first day."))
    if (ends_on - starts_on).days > LONGEST:
        raise Refused(_("This is longer than a summer. Check the year of the last day."))
