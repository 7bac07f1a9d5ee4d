"""A week as the solvers read it, with the names behind the keys. About ten statements.

A person's key is "p" and their number, so that an advisor who interprets, or sits on another panel,
is one and the same. Times are minutes since midnight of the week's first day, by the school's clock.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.db.models import Q, QuerySet

from kindling.exhibitions.models import Exhibition, Panelist
from kindling.people.models import Connection
from kindling.schools.roles import Role
from kindling.weeks.models import FreeTime, Interpreter, Sitting, Week, WeekDay, WeekRoom
from kindling.weeks.solving.problem import DAY, Plan, Problem, Room, Slot, Span, Talk

STEP = 15
COMES = (Panelist.State.NAMED, Panelist.State.ASKED, Panelist.State.COMING)


@dataclass(slots=True)
class Panel:
    """Whom one exhibition needs."""

    people: list[str] = field(default_factory=list)
    listeners: list[Panelist] = field(default_factory=list)  # who needs an interpreter
    is_remote: bool = False

    def languages(self) -> list[str]:
        """One interpreter for each, in this order."""
        return sorted({one.language for one in self.listeners})


@dataclass(frozen=True, slots=True)
class Gathered:
    """The problem, the plan as it stands, and who and what the keys are."""

    week: Week
    problem: Problem
    plan: Plan
    sittings: dict[str, Sitting]
    rooms: dict[str, WeekRoom]
    names: dict[str, str]
    voices: dict[str, Interpreter]  # key → the interpreter, one language each
    panels: dict[int, Panel]  # by exhibition

    def starts_at(self, slot: Slot) -> datetime:
        """The moment of a slot, by the school's clock of that day."""
        return moment_of(self.week, slot.start)

    def slot_of(self, room: WeekRoom, starts_at: datetime, interpreters: tuple[str, ...]) -> Slot:
        return Slot(room.public_id, minute_of(self.week, starts_at), interpreters)


def moment_of(week: Week, minute: int) -> datetime:
    day = week.since_on + timedelta(days=minute // DAY)
    at = time(minute % DAY // 60, minute % 60)
    return datetime.combine(day, at, week.school.zone)


def minute_of(week: Week, at: datetime) -> int:
    local = at.astimezone(week.school.zone)
    return (local.date() - week.since_on).days * DAY + local.hour * 60 + local.minute


def gather(week: Week) -> Gathered:
    """Read everything a plan decides on."""
    rows = live_sittings(week)
    days = list(WeekDay.objects.filter(week=week))
    rooms = {room.public_id: room for room in WeekRoom.objects.filter(week=week)}
    voices = list(Interpreter.objects.filter(week=week, ended_at=None).select_related("person"))
    names: dict[str, str] = {}
    panels = panels_of(rows, names)
    families = families_of(week, rows, names)
    pools: dict[str, list[str]] = defaultdict(list)
    by_key: dict[str, Interpreter] = {}
    for voice in voices:
        key = key_of_voice(voice)
        names[key], by_key[key] = voice.name, voice
        pools[voice.language].append(key)
    talks = tuple(talk_of(week, row, panels, families, pools) for row in rows)
    open_rooms = tuple(
        Room(key, spans_of(week, days, room), bool(room.video)) for key, room in rooms.items()
    )
    names |= {key: room.name for key, room in rooms.items()}
    names |= {row.public_id: row.exhibition.student.name for row in rows}
    problem = Problem(
        open_rooms, talks, free_of(week, by_key), busy_of(week, rows), week.pause, STEP
    )
    plan = {talk.key: talk.wish for talk in talks if talk.wish is not None}
    by_id = {row.public_id: row for row in rows}
    return Gathered(week, problem, plan, by_id, rooms, names, by_key, panels)


def live_sittings(week: Week) -> list[Sitting]:
    """What the week holds; an exhibition that was called off or held does not count."""
    rows = Sitting.objects.filter(week=week, off_at=None, exhibition__state__in=Exhibition.AHEAD)
    rows = rows.select_related("exhibition__student__person", "exhibition__kind", "room")
    return list(rows.order_by("pk"))


def key_of(person: int) -> str:
    return f"p{person}"


def key_of_voice(voice: Interpreter) -> str:
    return key_of(voice.person_id) if voice.person_id else f"i{voice.public_id}"


def panels_of(rows: list[Sitting], names: dict[str, str]) -> dict[int, Panel]:
    """Who has to be there, by exhibition: the student, who leads it, and the panel."""
    panels: dict[int, Panel] = {}
    for row in rows:
        person = row.exhibition.student.person
        names[key_of(person.pk)] = person.name
        panels[row.exhibition_id] = Panel([key_of(person.pk), key_of(row.exhibition.advisor_id)])
    found = Panelist.objects.filter(exhibition__in=[*panels], off_at=None, state__in=COMES)
    for one in found.select_related("person").order_by("pk"):
        key = key_of(one.person_id) if one.person_id else f"g{one.public_id}"
        names[key] = one.person.name if one.person else one.name
        panel = panels[one.exhibition_id]
        panel.people.append(key)
        panel.is_remote |= one.is_remote
        if one.needs_interpreter:
            panel.listeners.append(one)
    return panels


def families_of(week: Week, rows: list[Sitting], names: dict[str, str]) -> dict[int, list[str]]:
    """The guardians of each student: two who share one are not on at once."""
    today = week.since_on
    held = Connection.objects.filter(
        Q(until_on=None) | Q(until_on__gte=today), role=Role.GUARDIAN, since_on__lte=today,
        student__in={row.exhibition.student_id for row in rows},
    )  # fmt: skip
    families: dict[int, list[str]] = defaultdict(list)
    for one in held.select_related("adult").order_by("pk"):
        names.setdefault(key_of(one.adult_id), one.adult.name)
        families[one.student_id].append(key_of(one.adult_id))
    return families


def talk_of(
    week: Week,
    row: Sitting,
    panels: dict[int, Panel],
    families: dict[int, list[str]],
    pools: dict[str, list[str]],
) -> Talk:
    panel = panels[row.exhibition_id]
    slot = None
    if row.room is not None and row.starts_at is not None:
        start = minute_of(week, row.starts_at)
        slot = Slot(row.room.public_id, start, tuple(row.interpreters))
    return Talk(
        row.public_id,
        row.minutes,
        tuple(dict.fromkeys(panel.people)),
        tuple(dict.fromkeys(families[row.exhibition.student_id])),
        tuple(tuple(pools[language]) for language in panel.languages()),
        panel.is_remote,
        slot,
        row.is_fixed and slot is not None,
    )


def minutes_of(at: time) -> int:
    return at.hour * 60 + at.minute


def spans_of(week: Week, days: list[WeekDay], room: WeekRoom) -> tuple[Span, ...]:
    """When a room may be had: the day's hours and its own, without the rest."""
    if room.ended_at:
        return ()
    spans: list[Span] = []
    for day in days:
        base = (day.on - week.since_on).days * DAY
        first = max(minutes_of(at) for at in (day.opens_at, room.from_at) if at)
        last = min(minutes_of(at) for at in (day.closes_at, room.until_at) if at)
        if day.rest_from and day.rest_until:
            rest = minutes_of(day.rest_from), minutes_of(day.rest_until)
            spans += [(base + first, base + min(last, rest[0]))]
            first = max(first, rest[1])
        spans.append((base + first, base + last))
    return tuple((begin, end) for begin, end in spans if begin < end)


def free_of(week: Week, voices: dict[str, Interpreter]) -> dict[str, tuple[Span, ...]]:
    """When those can be there who said so."""
    of_voice = {voice.pk: key for key, voice in voices.items()}
    free: dict[str, list[Span]] = defaultdict(list)
    for row in FreeTime.objects.filter(week=week):
        key = key_of(row.person_id) if row.person_id else of_voice.get(row.interpreter_id or 0, "")
        base = (row.on - week.since_on).days * DAY
        free[key].append((base + minutes_of(row.from_at), base + minutes_of(row.until_at)))
    return {key: joined(spans) for key, spans in free.items() if key}


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """The same times, those that touch as one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)


def busy_of(week: Week, rows: list[Sitting]) -> dict[str, tuple[Span, ...]]:
    """Who is at another exhibition of these days that this week does not plan."""
    others = others_then(week).exclude(pk__in=[row.exhibition_id for row in rows])
    spans = {
        pk: span_of(week, starts_at, minutes)
        for pk, starts_at, minutes in others.values_list("pk", "starts_at", "minutes")
        if starts_at
    }
    busy: dict[str, list[Span]] = defaultdict(list)
    whose = others.values_list("pk", "student__person", "advisor")
    for pk, student, advisor in whose:
        busy[key_of(student)].append(spans[pk])
        busy[key_of(advisor)].append(spans[pk])
    panelists = Panelist.objects.filter(exhibition__in=[*spans], off_at=None, state__in=COMES)
    for pk, person in panelists.exclude(person=None).values_list("exhibition", "person"):
        busy[key_of(person)].append(spans[pk])
    return {key: joined(found) for key, found in busy.items()}


def others_then(week: Week) -> QuerySet[Exhibition]:
    rows: QuerySet[Exhibition] = Exhibition.objects.filter(
        school=week.school, state__in=Exhibition.DATED, on__range=(week.since_on, week.until_on)
    )
    return rows


def span_of(week: Week, starts_at: datetime, minutes: int) -> Span:
    """With the pause before and after it: nobody runs."""
    start = minute_of(week, starts_at)
    return max(start - week.pause, 0), start + minutes + week.pause
