"""Everything that writes a gathering, a turn or a theme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.gatherings import rules
from kindling.gatherings.models import Gathering, Missing, Reflection, Theme, Turn
from kindling.gatherings.order import next_of
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schedule.queries import open_days
from kindling.schools.viewer import Viewer

AHEAD = timedelta(days=21)


@transaction.atomic
def plan_gathering(
    advisory: Advisory, *, kind: str, on: date, title: str, by: Viewer, **facts: Any
) -> Gathering:
    """Plan what the group does (`facts`: at, theme, place, and the parts). A double tap makes one."""
    require(rules.may_lead(by, advisory))
    Advisory.objects.select_for_update().get(pk=advisory.pk)
    same = {"advisory": advisory, "kind": kind, "on": on, "title": title}
    found = Gathering.objects.filter(state=Gathering.State.PLANNED, **same).first()
    if found is not None:
        return found
    gathering: Gathering = Gathering.objects.create(school=by.school, by=by.person, **same, **facts)
    record("gathering.plan", gathering, by=by, kind=kind)
    return gathering


@transaction.atomic
def change_gathering(gathering: Gathering, *, by: Viewer, **facts: Any) -> None:
    """Change the plan."""
    require(rules.may_lead(by, gathering.advisory))
    for name, value in facts.items():
        setattr(gathering, name, value)
    gathering.save(update_fields=list(facts))
    record("gathering.change", gathering, by=by, fields=sorted(facts))


@transaction.atomic
def hold_gathering(
    gathering: Gathering, *, missing: Mapping[Student, str], note: str = "", by: Viewer
) -> None:
    """It took place: everybody was there but these (student → why). Said again, it is put right.

    Raises Refused before its day. The school's roll stays as it is.
    """
    require(rules.may_lead(by, gathering.advisory))
    if gathering.on > by.school.today():
        raise Refused(_("It is not the day yet. Say who was there when it has been."))
    take_step(gathering, "hold", by=by, detail={"missing": len(missing)}, note=note.strip())
    _leave_out(gathering, missing, by)


@transaction.atomic
def say_who_comes(gathering: Gathering, *, missing: Mapping[Student, str], by: Viewer) -> None:
    """Everybody comes along but these."""
    require(rules.may_lead(by, gathering.advisory))
    _leave_out(gathering, missing, by)
    record("gathering.say_who_comes", gathering, by=by, missing=len(missing))


def _leave_out(gathering: Gathering, missing: Mapping[Student, str], by: Viewer) -> None:
    """Write who is not there, in two statements."""
    group = set(rules.members(gathering.advisory, gathering.on).values_list("pk", flat=True))
    require(all(student.pk in group for student in missing))
    Missing.objects.filter(gathering=gathering).delete()
    Missing.objects.bulk_create(
        Missing(school=by.school, gathering=gathering, student=student, why=why)
        for student, why in missing.items()
    )


@transaction.atomic
def cancel_gathering(gathering: Gathering, *, by: Viewer) -> None:
    """It does not happen."""
    require(rules.may_lead(by, gathering.advisory))
    take_step(gathering, "cancel", by=by)


@transaction.atomic
def reflect(gathering: Gathering, *, line: str, by: Viewer) -> Reflection:
    """A student's one line; a second one takes the place of the first."""
    student = rules.own_seat(by, gathering.advisory)
    require(student is not None)
    if gathering.on > by.school.today():
        raise Refused(_("It is not the day yet."))
    facts = {"line": line.strip(), "at": by.school.now(), "school": by.school}
    kept, _made = Reflection.objects.update_or_create(
        gathering=gathering, student=student, defaults=facts
    )
    record("gathering.reflect", gathering, by=by)  # that, not what
    return kept


@transaction.atomic
def begin_turns(advisory: Advisory, kind: str, *, by: Viewer) -> Turn | None:
    """Name who is next: who has waited longest. None for an empty group.

    A turn of somebody who left the group goes; one that stands is kept.
    """
    require(rules.may_lead(by, advisory) and kind in Turn.KINDS)
    group = set(rules.members(advisory, by.school.today()).values_list("pk", flat=True))
    standing = Turn.objects.filter(advisory=advisory, kind=kind, state=Turn.State.NEXT).first()
    if standing is not None and standing.student_id in group:
        return standing
    if standing is not None:
        take_step(standing, "pass", by=by)
    return _name_next(advisory, kind, _next_day(by), by)


@transaction.atomic
def hold_turn(turn: Turn, *, note: str = "", by: Viewer) -> Turn | None:
    """They led it; what they shared is kept. Names who is next, on the next school day."""
    require(rules.may_lead(by, turn.advisory))
    take_step(turn, "hold", by=by, note=note.strip(), on=min(turn.on, by.school.today()))
    return _name_next(turn.advisory, turn.kind, _next_day(by), by)


@transaction.atomic
def pass_turn(turn: Turn, *, by: Viewer) -> Turn | None:
    """Not this time; no reason is asked. Somebody else is next, on the same day."""
    require(rules.may_pass(by, turn))
    take_step(turn, "pass", by=by)
    return _name_next(turn.advisory, turn.kind, max(turn.on, by.school.today()), by)


def _name_next(advisory: Advisory, kind: str, on: date, by: Viewer) -> Turn | None:
    group = rules.members(advisory, by.school.today())
    named = group.values_list("pk", "person__sort_name")
    student = next_of(named, rules.last_turns(advisory, kind))
    if student is None:
        return None
    try:
        with transaction.atomic():
            turn: Turn = Turn.objects.create(
                school=by.school, advisory=advisory, kind=kind, student_id=student, on=on
            )
    except IntegrityError:  # two tapped at once: one of them named somebody
        return Turn.objects.get(advisory=advisory, kind=kind, state=Turn.State.NEXT)
    record("turn.name", turn, by=by, kind=kind)
    return turn


def _next_day(by: Viewer) -> date:
    """The next day with school; tomorrow where none is planned."""
    tomorrow = by.school.today() + timedelta(days=1)
    return next(iter(open_days(by.school, tomorrow, tomorrow + AHEAD)), tomorrow)


@transaction.atomic
def keep_theme(*, ref: str, quarter: int, title: str, aims: str, by: Viewer) -> Theme:
    """Put a theme into the school's own words, or add one (`ref` "")."""
    require(rules.may_keep_themes(by))
    facts = {"quarter": quarter, "title": title.strip(), "aims": aims.strip(), "is_retired": False}
    own = Theme.objects.filter(school=by.school, public_id=ref).first() if ref else None
    if own is not None:
        Theme.objects.filter(pk=own.pk).update(**facts)
        theme = own
    elif ref:
        theme, _made = Theme.objects.update_or_create(school=by.school, key=ref, defaults=facts)
    else:
        theme = Theme.objects.create(school=by.school, **facts)
    record("theme.keep", theme, by=by, title=title)
    return theme


@transaction.atomic
def retire_theme(theme: Theme, *, by: Viewer) -> None:
    """It is offered no longer; what was held under it keeps its name."""
    require(rules.may_keep_themes(by))
    Theme.objects.filter(pk=theme.pk).update(is_retired=True)
    record("theme.retire", theme, by=by)
