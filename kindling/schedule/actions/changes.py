"""Let one date run differently. What happened on past days is not rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schedule import rules
from kindling.schedule.blocks import BlockPlan, checked_blocks
from kindling.schedule.models import Change, ChangedBlock, Kind
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

Plan = Change.Plan


@transaction.atomic
def put_change(
    *,
    by: Viewer,
    on: date,
    note: str,
    plan: str,
    grade: str = "",
    advisory: Advisory | None = None,
    blocks: Sequence[BlockPlan] = (),
    change: Change | None = None,
    **needs: Any,
) -> Change:
    """Let this date run differently for the school, a grade or an advisory, and say why.

    `needs`: weekday, letter, starts_at, ends_at (what the plan needs), has_internships. `change` is
    what it was until now; another for the same people on the date gives way. Raises Refused for
    days that are over, ValidationError for a plan that misses its day, time or blocks.
    """
    require(rules.may_change_weeks(by))
    _refuse_past(min(on, change.on) if change else on, by)
    rows = checked_blocks(blocks) if plan == Plan.OWN else []
    if plan == Plan.OWN and not rows:
        raise ValidationError(_("Write at least one block for this day."))
    said = {"note": note, "plan": plan, **_needed(plan, needs, rows)}
    whom = {"school": by.school, "on": on, "grade": grade, "advisory": advisory}
    School.objects.select_for_update().get(pk=by.school.pk)
    put, is_new = _put(change, whom, said, rows)
    verb = "change.add" if is_new else "change.change"
    record(verb, put, by=by, on=str(on), plan=plan, note=note, audience=put.audience)
    return put


def _put(
    change: Change | None, whom: dict[str, Any], said: dict[str, Any], rows: Sequence[BlockPlan]
) -> tuple[Change, bool]:
    """Write the row: the one at hand moves, another for the same people and date gives way."""
    is_new = False
    if change is None:
        change, is_new = Change.objects.update_or_create(**whom, defaults=said)
    else:
        Change.objects.filter(**whom).exclude(pk=change.pk).delete()
        for name, value in {**whom, **said}.items():
            setattr(change, name, value)
        change.save()
    change.blocks.all().delete()
    ChangedBlock.objects.bulk_create(
        ChangedBlock(school_id=change.school_id, change=change, **row.facts()) for row in rows
    )
    return change, is_new


@transaction.atomic
def delete_change(change: Change, *, by: Viewer) -> None:
    """The date runs as the week says again. Refused for days that are over."""
    require(rules.may_change_weeks(by))
    _refuse_past(change.on, by)
    record("change.delete", change, by=by, on=str(change.on), note=change.note)
    change.delete()


def _refuse_past(day: date, by: Viewer) -> None:
    if day < by.school.today():
        raise Refused(_("This day is over. It stays as it was."))


def _needed(plan: str, told: dict[str, Any], rows: Sequence[BlockPlan]) -> dict[str, Any]:
    """Keep what this plan needs and clear the rest. Raises ValidationError for what is missing."""
    asked = {
        Plan.OTHER_DAY: ("weekday", _("Choose the day whose plan holds.")),
        Plan.LATE: ("starts_at", _("Say when school begins.")),
        Plan.HALF: ("ends_at", _("Say when school ends.")),
    }
    kept: dict[str, Any] = {"weekday": None, "letter": "", "starts_at": None, "ends_at": None}
    if plan in asked:
        name, sentence = asked[Plan(plan)]
        if told.get(name) is None:
            raise ValidationError({name: sentence})
        kept[name] = told[name]
    if plan == Plan.OTHER_DAY:
        kept["letter"] = told.get("letter", "")
    kept["has_internships"] = told.get("has_internships", True) and plan != Plan.SAME
    if plan == Plan.OWN:  # where its blocks have them
        kept["has_internships"] &= any(row.kind == Kind.INTERNSHIP for row in rows)
    return kept
