"""One message to each person, whatever number of students it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from kindling.absences.rules import FAMILY_ABSENCE
from kindling.ladder import audience
from kindling.ladder.models import Alarm, Call
from kindling.ladder.rules import TAKE_ALARMS
from kindling.ladder.rungs import Rung
from kindling.notices.actions import Letter, notify_each
from kindling.passes.actions import Wanted, make_passes
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

Part = Call.Part
BATCH = 500
# Which message a part reads, and whether it goes at night too.
MESSAGES = {
    Part.STUDENT: ("remind", False),
    Part.ADVISOR: ("silent", True),
    Part.OFFICE: ("silent", True),
    Part.PRINCIPAL: ("silent", True),
    Part.MENTOR: ("mentor", False),
    Part.FAMILY: ("family", False),
}


@dataclass(frozen=True)
class Told:
    """Somebody who has to be told of an alarm, and as what."""

    alarm: Alarm
    part: Part
    person: Person


def tell_climbed(climbed: Sequence[tuple[Alarm, Rung]], *, by: Viewer, now: datetime) -> list[Call]:
    """Tell whoever stands on the rungs that were reached. Nobody gets two messages of a kind."""
    told = audience.people_for(climbed, by.school, now.date())
    return tell_people([Told(alarm, Part(part), person) for alarm, part, person in told], by=by)


def tell_people(told: Sequence[Told], *, by: Viewer) -> list[Call]:
    """Send one message a person and kind, and write down who was told. Constant statements."""
    groups: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for one in told:
        groups[MESSAGES[one.part][0], one.person.pk].append(one)
    calls: list[Call] = []
    for kind in ("remind", "silent", "mentor", "family"):
        batch = [ones for (name, _person), ones in groups.items() if name == kind]
        if batch:
            calls += send_all(kind, batch, by=by)
    Call.objects.bulk_create(calls, batch_size=BATCH)
    return calls


def send_all(kind: str, batch: list[list[Told]], *, by: Viewer) -> list[Call]:
    """Queue one message for each list (all of one person) and return what to write down."""
    links = _links_for(kind, batch, by=by)
    with inside(by.school):
        letters = [_letter_for(kind, ones, link) for ones, link in zip(batch, links, strict=True)]
    notices = notify_each(letters, f"ladder/{kind}", by=by)
    now = by.school.now()
    return [
        Call(
            school=by.school, alarm=one.alarm, round=one.alarm.round, part=one.part,
            person=one.person, notice=notice, at=now,
        )
        for ones, notice in zip(batch, notices, strict=True)
        for one in _unique(ones)
    ]  # fmt: skip


def _unique(ones: Iterable[Told]) -> list[Told]:
    """Each alarm and part once: who is coordinator and registrar is told once."""
    return list({(one.alarm.pk, one.part): one for one in ones}.values())


def _alarms_of(ones: Iterable[Told]) -> list[Alarm]:
    """Each alarm once, the longest silent first."""
    found = {one.alarm.pk: one.alarm for one in ones}
    return sorted(found.values(), key=lambda alarm: (alarm.due_at, alarm.pk))


def _links_for(kind: str, batch: list[list[Told]], *, by: Viewer) -> list[str]:
    """The pass of each message: to take the alarms, or to tell of one's child; none for students."""
    if kind == "remind":
        return [""] * len(batch)
    if kind == "family":
        wanted = [
            Wanted(ones[0].person, [a.student.public_id for a in _alarms_of(ones)],
                   _alarms_of(ones)[0].student if len(_alarms_of(ones)) == 1 else None)
            for ones in batch
        ]  # fmt: skip
        made = make_passes(wanted, FAMILY_ABSENCE, by=by, needs_code=True)
        return [held.public_id for held in made]
    wanted = [Wanted(ones[0].person, [a.public_id for a in _alarms_of(ones)]) for ones in batch]
    return [held.public_id for held in make_passes(wanted, TAKE_ALARMS, by=by, days=1)]


def _useful_until(alarms: Sequence[Alarm], school: School, more: timedelta) -> datetime:
    """So long after the planned day it helps nobody any more. By the real clock, as notices are."""
    left = max(alarm.ends_at for alarm in alarms) - school.now()
    return timezone.now() + left + more


def _letter_for(kind: str, ones: list[Told], link: str) -> Letter:
    alarms = _alarms_of(ones)
    urgent = any(MESSAGES[one.part][1] for one in ones)
    until = _useful_until(alarms, ones[0].person.school, timedelta(hours=2))
    context: dict[str, Any] = {"alarms": alarms, "many": len(alarms) > 1, "first": alarms[0]}
    return Letter(ones[0].person, context, link_id=link, urgent=urgent, until=until)


def tell_over(over: Sequence[tuple[Alarm, str]], *, by: Viewer, but: int | None = None) -> None:
    """Tell everybody who was alarmed in this round that it is over; never the student."""
    if not over:
        return
    why = {alarm.pk: str(reason) for alarm, reason in over}
    alarms = {alarm.pk: alarm for alarm, _reason in over}
    calls = Call.objects.filter(alarm__in=alarms).exclude(part__in=[Part.STUDENT, Part.OVER])
    groups: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for call in calls.select_related("person").order_by("pk"):
        alarm = alarms[call.alarm_id]
        if call.round == alarm.round and call.person_id != but:
            call.person.school = by.school
            kind = {Part.MENTOR: "over_mentor", Part.FAMILY: "over_family"}.get(
                Part(call.part), "over"
            )
            groups[kind, call.person_id].append(Told(alarm, Part.OVER, call.person))
    written: dict[tuple[int, int], Call] = {}
    for kind in ("over", "over_mentor", "over_family"):
        batch = [ones for (name, _person), ones in groups.items() if name == kind]
        for call in send_over(kind, batch, why, by=by):
            written.setdefault((call.alarm_id, call.person_id), call)
    Call.objects.bulk_create(written.values(), batch_size=BATCH)


def send_over(kind: str, batch: list[list[Told]], why: dict[int, str], *, by: Viewer) -> list[Call]:
    if not batch:
        return []
    letters = []
    for ones in batch:
        alarms = _alarms_of(ones)
        rows = [(alarm, Alarm.Why(why[alarm.pk])) for alarm in alarms]
        context = {"rows": rows, "many": len(rows) > 1, "first": alarms[0]}
        until = _useful_until(alarms, ones[0].person.school, timedelta(hours=4))
        letters.append(Letter(ones[0].person, context, urgent=kind == "over", until=until))
    notices, now = notify_each(letters, f"ladder/{kind}", by=by), by.school.now()
    return [
        Call(
            school=by.school, alarm=one.alarm, round=one.alarm.round, part=Part.OVER,
            person=one.person, notice=notice, at=now,
        )
        for ones, notice in zip(batch, notices, strict=True)
        for one in _unique(ones)
    ]  # fmt: skip
