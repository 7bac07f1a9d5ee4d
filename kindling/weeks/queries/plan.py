"""A week's plan for whoever makes it: one day at a time, what has no slot, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kindling.schools.viewer import Viewer
from kindling.weeks import rules
from kindling.weeks.gathering import Gathered, gather
from kindling.weeks.models import Change, Run, Sitting, Week, WeekDay, WeekRoom
from kindling.weeks.solving.checking import clashes, loosened
from kindling.weeks.solving.openings import openings
from kindling.weeks.solving.reasons import Reason, Why
from kindling.weeks.solving.solve import has_exact
from kindling.weeks.words import clash_words, family_words, reason_words

MOST_OPEN = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One exhibition of a day."""

    sitting: Sitting
    starts_at: datetime
    until: datetime
    room: str
    voices: str
    troubles: tuple[str, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What the planner sees."""

    days: list[tuple[WeekDay, int]]  # with how many exhibitions each has
    on: date
    lines: list[Line]
    missing: list[tuple[Sitting, str]]  # with the reason, once a plan was made
    reasons: list[str]  # what holds for the whole week
    placed: int
    total: int
    untold: int
    clashing: int
    run: Run | None
    undo: Change | None
    rooms: list[WeekRoom]
    has_exact: bool


def plan_page(week: Week, on: date | None, viewer: Viewer) -> PlanPage:
    """Read a week with the lines of one day. A constant number of statements."""
    gathered = gather(week)
    days = list(week.days.all())
    rows = list(gathered.sittings.values())
    chosen = on if on in {day.on for day in days} else (days[0].on if days else week.since_on)
    wrong = troubles_of(gathered)
    lines = [
        line_of(gathered, row, row.room, row.starts_at, wrong)
        for row in rows
        if row.room and row.starts_at
    ]
    lines.sort(key=lambda line: (line.starts_at, line.room))
    zone = week.school.zone
    by_day = [line.starts_at.astimezone(zone).date() for line in lines]
    run = rules.visible_runs(viewer).filter(week=week).order_by("-at", "-pk").first()
    general, single = sentences(gathered, run)
    missing = [(row, single.get(key, "")) for key, row in gathered.sittings.items() if not row.room]
    return PlanPage(
        [(day, by_day.count(day.on)) for day in days], chosen,
        [line for line, day in zip(lines, by_day, strict=True) if day == chosen], missing,
        general if missing else [], len(lines), len(rows),
        sum(not line.is_told for line in lines), len(wrong), run,
        rules.visible_changes(viewer).filter(week=week, undone_at=None).order_by("-at", "-pk").first(),
        [room for room in gathered.rooms.values() if room.ended_at is None], has_exact(),
    )  # fmt: skip


def troubles_of(gathered: Gathered) -> dict[str, list[str]]:
    """What clashes in the plan as it stands, by sitting. Hours and panels change."""
    wrong: dict[str, list[str]] = {}
    for clash in clashes(loosened(gathered.problem), gathered.plan):
        for key in filter(None, (clash.talk, clash.other)):
            wrong.setdefault(key, []).append(clash_words(gathered, clash))
    return wrong


def line_of(
    gathered: Gathered, row: Sitting, room: WeekRoom, at: datetime, wrong: dict[str, list[str]]
) -> Line:
    starts = at.astimezone(gathered.week.school.zone)
    voices = ", ".join(gathered.names.get(key, "") for key in row.interpreters)
    is_told = row.told_at == at and row.told_room == room.name
    until = starts + timedelta(minutes=row.minutes)
    troubles = tuple(dict.fromkeys(wrong.get(row.public_id, ())))
    return Line(row, starts, until, room.name, voices, troubles, is_told)


def sentences(gathered: Gathered, run: Run | None) -> tuple[list[str], dict[str, str]]:
    """Why the last plan left some out: what holds for the week, and for each by its key."""
    if run is None or run.state != Run.State.DONE:
        return [], {}
    told = [
        Reason(**{**kept, "why": Why(kept["why"]), "keys": tuple(kept["keys"])})
        for kept in run.reasons
    ]
    said = [(one.talk, reason_words(gathered.names, one)) for one in told]
    return [words for talk, words in said if not talk], dict(said)


@dataclass(frozen=True, slots=True)
class OpenTime:
    """A time one may take; `why` says what stands against it."""

    room: str
    room_name: str
    starts_at: datetime
    why: str = ""

    @property
    def on(self) -> str:
        return self.starts_at.date().isoformat()

    @property
    def at(self) -> str:
        return self.starts_at.strftime("%H:%M")


def open_times(week: Week, sitting: Sitting) -> list[tuple[date, list[OpenTime]]]:
    """The free times of one exhibition by day, at most so many a day."""
    gathered = gather(week)
    if sitting.public_id not in gathered.sittings:
        return []
    found: dict[date, list[OpenTime]] = {}
    for one in openings(loosened(gathered.problem), gathered.plan, sitting.public_id):
        at = gathered.starts_at(one.slot)
        room = gathered.rooms[one.slot.room]
        why = family_words() if one.family else ""
        if at > week.school.now():
            times = found.setdefault(at.date(), [])
            if len(times) < MOST_OPEN:
                times.append(OpenTime(room.public_id, room.name, at, why))
    return list(found.items())
