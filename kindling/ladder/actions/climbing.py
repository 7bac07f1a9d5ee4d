"""The clock: every half minute, look at the schools in which something is due."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.history.steps import record_many
from kindling.ladder.actions.closing import close_answered
from kindling.ladder.actions.telling import tell_climbed
from kindling.ladder.looking import STILL, Key, Seen, Silent, answered_schools, look
from kindling.ladder.models import Alarm, Ladder
from kindling.ladder.rungs import Climb, Rung, climb
from kindling.placements.models import Placement
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

logger = logging.getLogger(__name__)
# A changed timetable or a snow day taken back is noticed within this time.
LOOK_EVERY = timedelta(minutes=5)
BATCH = 500
State = Alarm.State


@every(seconds=30)
def climb_ladders() -> None:
    """Climb where something is due. Three statements when nothing is, for all schools together.

    A school that fails does not hold up the others; the first error is the chore's.
    """
    first: Exception | None = None
    for school in _schools_due(timezone.now()):
        try:
            climb_school(school)
        except Exception as error:
            logger.exception("The ladder of %s failed", school.slug)
            first = first or error
    if first is not None:
        raise first


def _schools_due(now: datetime) -> list[School]:
    """Schools whose next moment has come, which have an answer, or were never looked at."""
    due = Ladder.objects.filter(look_at__lte=now).values_list("school_id", flat=True)
    keys = {*due, *answered_schools()}
    kept = Ladder.objects.values("school")
    fresh = list(School.objects.filter(set_up_at__isnull=False).exclude(pk__in=kept))
    Ladder.objects.bulk_create((Ladder(school=s) for s in fresh), ignore_conflicts=True)
    return [*School.objects.filter(pk__in=keys).order_by("pk"), *fresh] if keys else fresh


@transaction.atomic
def climb_school(school: School) -> None:
    """Close what is answered, raise what is silent, tell whoever is next; then set the alarm clock.

    A constant few statements for any number of students. Two workers at once: one of them looks,
    the other passes the school by.
    """
    ladder = Ladder.objects.select_for_update(skip_locked=True).filter(school=school).first()
    if ladder is None:
        return
    now, by = school.now(), Viewer.system(school)
    seen = look(school, now)
    close_answered(seen, by=by)
    if ladder.is_on:  # switched off, it still ends what is open
        raise_alarms(ladder, seen, by=by)
        tell_climbed(climb_alarms(ladder, seen, by=by), by=by, now=now)
    moment = timezone.now()
    look_at = moment + min(_next_look(ladder, seen) - now, LOOK_EVERY)
    Ladder.objects.filter(pk=ladder.pk).update(look_at=look_at, looked_at=moment)


def raise_alarms(ladder: Ladder, seen: Seen, *, by: Viewer) -> None:
    """Make an alarm for everybody whose first minutes are over, and begin again where it ended.

    The database keeps one alarm for each internship and day.
    """
    first = min(step.after for step in ladder.steps)
    due = {k: one for k, one in seen.silent.items() if _is_due(one, first, seen.now)}
    again = [a for k, a in seen.alarms.items() if k in due and a.closed_why in Alarm.PASSING]
    begin_again(again, due, first, seen.now, by=by)
    new = [one for key, one in due.items() if key not in seen.alarms]
    if not new:
        return
    related = ("student__person", "site", "mentor")
    found = Placement.objects.filter(pk__in={one.placement_id for one in new})
    placements = found.select_related(*related).in_bulk()
    made = [
        Alarm(
            school=by.school, placement=placements[one.placement_id], on=one.on,
            student=placements[one.placement_id].student, due_at=one.due_at, ends_at=one.ends_at,
            next_at=one.due_at + first,
        )
        for one in new
    ]  # fmt: skip
    Alarm.objects.bulk_create(made, batch_size=BATCH)
    record_many("alarm.raise", made, by=by)
    seen.alarms.update({(one.placement_id, one.on): one for one in made})


def _is_due(one: Silent, first: timedelta, now: datetime) -> bool:
    return one.due_at + first <= now <= one.ends_at + STILL


def begin_again(
    alarms: list[Alarm], due: dict[Key, Silent], first: timedelta, now: datetime, *, by: Viewer
) -> None:
    """They said to be late, or the day was closed for a while, and now they are silent again."""
    for alarm in alarms:
        silent = due[alarm.placement_id, alarm.on]
        # Nobody is overdue for hours because a report was taken back: it begins below.
        alarm.due_at = max(silent.due_at, now - first) if alarm.closed_why != "late" else (
            silent.due_at
        )  # fmt: skip
        alarm.ends_at, alarm.next_at = silent.ends_at, alarm.due_at + first
        alarm.round, alarm.state, alarm.passed = alarm.round + 1, State.OPEN, 0
        alarm.closed_why, alarm.closed_at, alarm.closed_by = "", None, None
        alarm.taken_by, alarm.taken_at, alarm.did, alarm.office_at = None, None, "", None
    if alarms:
        Alarm.objects.bulk_update(alarms, [
            "due_at", "ends_at", "next_at", "round", "state", "passed", "closed_why", "closed_at",
            "closed_by", "taken_by", "taken_at", "did", "office_at",
        ], batch_size=BATCH)  # fmt: skip
        record_many("alarm.again", alarms, by=by)


def climb_alarms(ladder: Ladder, seen: Seen, *, by: Viewer) -> list[tuple[Alarm, Rung]]:
    """Move every open alarm to where it should be; return whom to tell of which."""
    moves: dict[Climb, list[Alarm]] = defaultdict(list)
    for alarm in seen.alarms.values():
        if alarm.state == State.OPEN:
            waited = seen.now - alarm.office_at if alarm.office_at else None
            move = climb(ladder.steps, alarm.behind, seen.now - alarm.due_at, waited)
            if move.tell or _next_of(alarm, move, seen.now) != alarm.next_at:
                moves[move].append(alarm)
    for move, alarms in moves.items():
        _write_move(move, alarms, seen.now)
        if move.tell:
            record_many("alarm.climb", alarms, by=by, tell=_names_of(move.tell))
    return [(alarm, move.tell) for move, alarms in moves.items() for alarm in alarms if move.tell]


def _write_move(move: Climb, alarms: list[Alarm], now: datetime) -> None:
    """Move these alarms in one statement; a tap in this moment waits for us or was seen."""
    facts: dict[str, Any] = {"passed": move.passed.value, "next_at": None}
    if Rung.OFFICE in move.tell:
        facts["office_at"] = now
    if move.next_after is not None:
        base: Any = F("office_at") if move.is_from_office else F("due_at")
        base = now if Rung.OFFICE in move.tell else base
        facts["next_at"] = base + move.next_after
    Alarm.objects.filter(pk__in=[one.pk for one in alarms], state=State.OPEN).update(**facts)
    for alarm in alarms:
        alarm.next_at = _next_of(alarm, move, now)
        alarm.passed, alarm.office_at = move.passed.value, facts.get("office_at", alarm.office_at)


def _next_of(alarm: Alarm, move: Climb, now: datetime) -> datetime | None:
    if move.next_after is None:
        return None
    if not move.is_from_office:
        return alarm.due_at + move.next_after
    return (alarm.office_at or now) + move.next_after


def _names_of(rungs: Rung) -> list[str]:
    return [str(rung.name).lower() for rung in rungs]


def _next_look(ladder: Ladder, seen: Seen) -> datetime:
    """The next moment at which something is due at this school, as far as we know now."""
    first = min(step.after for step in ladder.steps)
    starts = (one.due_at + first for one in seen.silent.values())
    nexts: Iterable[datetime | None] = (a.next_at for a in seen.alarms.values() if a.is_live)
    coming = [at for at in (*starts, *nexts) if at is not None and at > seen.now]
    return min(coming, default=seen.now + LOOK_EVERY)
