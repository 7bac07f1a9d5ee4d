"""Changes by hand: each is checked against the whole plan first, and can be undone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer
from kindling.weeks.checks import fitting_slot, fresh, open_week, touch
from kindling.weeks.gathering import Gathered, gather
from kindling.weeks.models import Change, Sitting, Week, WeekRoom
from kindling.weeks.solving.checking import clashes_of, loosened
from kindling.weeks.solving.problem import Slot
from kindling.weeks.words import clashes_words

type Moves = list[dict[str, Any]]


@transaction.atomic
def place_sitting(sitting: Sitting, room: WeekRoom, starts_at: datetime, *, by: Viewer) -> None:
    """Put one exhibition here, fixed. Refused with a sentence for everything that clashes."""
    week = sitting.week
    open_week(week, by=by)
    gathered = gather(week)
    current = fresh(gathered, sitting)
    slot = fitting_slot(gathered, current, room, starts_at, clashes_words)
    apply_moves(week, [(current, slot, True)], Change.How.HAND, gathered, by=by)


@transaction.atomic
def free_sitting(sitting: Sitting, *, by: Viewer) -> None:
    """Take one out of its slot; the next plan finds it another."""
    open_week(sitting.week, by=by)
    gathered = gather(sitting.week)
    current = fresh(gathered, sitting)
    apply_moves(sitting.week, [(current, None, False)], Change.How.HAND, gathered, by=by)


@transaction.atomic
def fix_sitting(sitting: Sitting, is_fixed: bool, *, by: Viewer) -> None:
    """Keep one where it is, or let the next plan move it."""
    open_week(sitting.week, by=by)
    gathered = gather(sitting.week)
    current = fresh(gathered, sitting)
    slot = gathered.plan.get(current.public_id)
    if slot is None:
        raise Refused(_("It has no time yet. Give it one first."))
    apply_moves(sitting.week, [(current, slot, is_fixed)], Change.How.HAND, gathered, by=by)


def apply_moves(
    week: Week,
    moves: list[tuple[Sitting, Slot | None, bool]],
    how: str,
    gathered: Gathered,
    *,
    by: Viewer,
) -> Change:
    """Write the slots, and what they were."""
    kept: Moves = []
    for sitting, slot, is_fixed in moves:
        was = sitting.slot
        sitting.room = gathered.rooms[slot.room] if slot else None
        sitting.starts_at = gathered.starts_at(slot) if slot else None
        sitting.interpreters = list(slot.interpreters) if slot else []
        sitting.is_fixed = is_fixed and slot is not None
        if sitting.slot != was:
            kept.append({"sitting": sitting.pk, "was": was, "now": sitting.slot})
    return write_moves(week, kept, [one for one, _slot, _fixed in moves], how, by=by)


def write_moves(week: Week, kept: Moves, rows: list[Sitting], how: str, *, by: Viewer) -> Change:
    Sitting.objects.bulk_update(rows, ["room", "starts_at", "interpreters", "is_fixed"])
    made: Change = Change.objects.create(
        school=by.school, week=week, how=how, moves=kept, at=by.school.now(), by=by.person
    )
    touch(week)
    record("week.move", week, by=by, how=how, count=len(kept))
    return made


@transaction.atomic
def undo_change(week: Week, change: Change, *, by: Viewer) -> None:
    """Put back what the latest change moved. Refused when it is not the latest, or would clash now."""
    open_week(week, by=by)
    latest = Change.objects.filter(week=week, undone_at=None).order_by("-at", "-pk").first()
    if latest is None or latest.pk != change.pk:
        raise Refused(_("Something else was changed after it. Undo that first."))
    if change.how == Change.How.BOOKED:
        raise Refused(_("The student took this time and was told. Move it by hand if you must."))
    rows = {row.pk: row for row in gather(week).sittings.values()}
    back = [(rows[move["sitting"]], move) for move in change.moves if move["sitting"] in rows]
    for row, move in back:
        _put_back(row, move["was"])
    Sitting.objects.bulk_update(
        [row for row, _move in back], ["room", "starts_at", "interpreters", "is_fixed"]
    )
    _refuse_new_clashes(week, [row.public_id for row, _move in back])
    Change.objects.filter(pk=change.pk).update(undone_at=by.school.now())
    touch(week)
    record("week.undo", week, by=by, count=len(back))


def _put_back(row: Sitting, was: dict[str, Any]) -> None:
    room = WeekRoom.objects.filter(pk=was["room"]).first() if was["room"] else None
    row.room = room
    row.starts_at = parse_datetime(was["starts_at"]) if was["starts_at"] else None
    row.interpreters = was["interpreters"]
    row.is_fixed = was["is_fixed"]


def _refuse_new_clashes(week: Week, keys: list[str]) -> None:
    """A plan that was good may clash now: hours and rooms have changed since."""
    gathered = gather(week)
    for key in keys:
        wrong = clashes_of(loosened(gathered.problem), gathered.plan, key)
        if wrong:
            told = _("It cannot be undone as it was. %(why)s")
            raise Refused(told % {"why": " ".join(clashes_words(gathered, wrong))})
