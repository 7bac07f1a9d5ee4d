"""Make weekly schedules and say what stands on each of their days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schedule import rules
from kindling.schedule.blocks import BlockPlan, checked_blocks, written
from kindling.schedule.letters import monday_of
from kindling.schedule.models import Anchor, Block, Week
from kindling.schedule.samples import SAMPLES
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@transaction.atomic
def add_week(
    *,
    by: Viewer,
    name: str,
    since_on: date,
    until_on: date | None = None,
    grade: str = "",
    advisory: Advisory | None = None,
    sample: str = "",
    like: Week | None = None,
) -> Week:
    """Add a weekly schedule for the school, a grade or an advisory, from a day on.

    `sample` (a key of SAMPLES) or `like` (another week) give the blocks to start from. A double
    tap makes one. Raises Refused where these people have another week from the same day on.
    """
    require(rules.may_change_weeks(by))
    _lock(by.school)
    _check_span(since_on, until_on)
    same: Week | None = _of_audience(by.school, grade, advisory).filter(since_on=since_on).first()
    if same is not None and same.name == name:
        return same
    _refuse_twin(same)
    week: Week = Week.objects.create(
        school=by.school, name=name, since_on=since_on, until_on=until_on, grade=grade,
        advisory=advisory,
    )  # fmt: skip
    _fill(week, SAMPLES[sample].blocks() if sample else _facts_of(like))
    record("week.add", week, by=by, name=name, since_on=str(since_on), audience=week.audience)
    return week


@transaction.atomic
def change_week(
    week: Week, *, by: Viewer, name: str, since_on: date, until_on: date | None = None
) -> None:
    """Change a week's name and from when until when it holds."""
    require(rules.may_change_weeks(by))
    _lock(by.school)
    _check_span(since_on, until_on)
    others = _of_audience(by.school, week.grade, week.advisory).exclude(pk=week.pk)
    _refuse_twin(others.filter(since_on=since_on).first())
    was = {key: str(getattr(week, key) or "") for key in ("name", "since_on", "until_on")}
    week.name, week.since_on, week.until_on = name, since_on, until_on
    week.save(update_fields=["name", "since_on", "until_on"])
    record("week.change", week, by=by, was=was)


@transaction.atomic
def plan_days(
    week: Week,
    weekdays: Iterable[int],
    blocks: Sequence[BlockPlan],
    *,
    letter: str = "",
    by: Viewer,
) -> None:
    """Give these weekdays of the week this plan, in every week or in A or B weeks.

    A plan for every week takes away those for A and B, and the other way round: a day has one or
    the other. Raises ValidationError by row for blocks that overlap or stand backwards.
    """
    require(rules.may_change_weeks(by))
    rows, days = checked_blocks(blocks), sorted(set(weekdays))
    _lock(by.school)  # an empty day has no block to lock: two taps at once would fill it twice
    held = Block.objects.filter(week=week, weekday__in=days)
    gone = held.filter(letter__in=[letter, ""]) if letter else held
    was = written(list(gone.order_by("weekday", "starts_at")))
    if letter:
        _split(week, held, "B" if letter == "A" else "A")
    gone.delete()
    facts = [{"weekday": day, "letter": letter, **row.facts()} for day in days for row in rows]
    _fill(week, facts)
    record("week.plan", week, by=by, days=days, letter=letter, was=was, now=written(rows))


@transaction.atomic
def delete_week(week: Week, *, by: Viewer) -> None:
    """Take back a week that has not begun. Refused from its first day on: end it instead."""
    require(rules.may_change_weeks(by))
    if week.since_on <= by.school.today():
        raise Refused(_("This week holds already. Give it a last day instead."))
    record("week.delete", week, by=by, name=week.name, since_on=str(week.since_on))
    week.delete()


@transaction.atomic
def set_anchor(on: date, *, by: Viewer) -> Anchor:
    """Say that the week of this day is week A; weeks alternate from it. A double tap makes one."""
    require(rules.may_change_weeks(by))
    _lock(by.school)
    anchor, is_new = Anchor.objects.get_or_create(school=by.school, on=monday_of(on))
    if is_new:
        record("anchor.set", anchor, by=by, on=str(anchor.on))
    return anchor


@transaction.atomic
def delete_anchor(anchor: Anchor, *, by: Viewer) -> None:
    """Weeks no longer begin anew here."""
    require(rules.may_change_weeks(by))
    record("anchor.delete", anchor, by=by, on=str(anchor.on))
    anchor.delete()


def _split(week: Week, held: Any, other: str) -> None:
    """What stood in every week stays in the other one."""
    _fill(week, [{**block, "letter": other} for block in _facts(held.filter(letter=""))])


def _fill(week: Week, facts: Iterable[dict[str, Any]]) -> None:
    Block.objects.bulk_create(Block(school_id=week.school_id, week=week, **one) for one in facts)


def _facts(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    names = ("weekday", "letter", "kind", "label", "starts_at", "ends_at")
    return [{name: getattr(block, name) for name in names} for block in blocks]


def _facts_of(week: Week | None) -> list[dict[str, Any]]:
    return _facts(Block.objects.filter(week=week)) if week else []


def _of_audience(school: School, grade: str, advisory: Advisory | None) -> Any:
    return Week.objects.filter(school=school, grade=grade, advisory=advisory)


def _check_span(since_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < since_on:
        raise ValidationError({"until_on": _("Choose a last day on or after the first day.")})


def _refuse_twin(other: Week | None) -> None:
    if other is not None:
        raise Refused(
            _("“%(name)s” holds for them from the same day on. Change it, or choose another day.")
            % {"name": other.name}
        )


def _lock(school: School) -> None:
    School.objects.select_for_update().get(pk=school.pk)
