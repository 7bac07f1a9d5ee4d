"""Advisories, who sits in them, who leads them, and the connections that follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.exchange.planning.changes import What
from kindling.exchange.planning.meeting import Meeting
from kindling.exchange.planning.wanted import Origin, WantedAdvisory, WantedLead, WantedSeat
from kindling.kit.text import plain
from kindling.people.models import Connection, Student
from kindling.schools.models import Person
from kindling.schools.roles import Role


def plan_advisories(meeting: Meeting) -> None:
    """Plan advisories, then leads, then seats; ends come where the file is complete."""
    found = _plan_groups(meeting)
    led = {_plan_lead(meeting, lead, found) for lead in meeting.wanted.leads}
    _end_leads(meeting, led, found)
    for seat in _one_seat_each(meeting):
        _plan_seat(meeting, seat, found)
    _end_seats(meeting, found)


def _plan_groups(meeting: Meeting) -> dict[str, Advisory]:
    """Return advisories by the file's keys."""
    known = meeting.known
    sources = {a.source_id: a for a in known.advisories.values() if a.source_id}
    names = {plain(a.name): a for a in known.advisories.values()}
    found: dict[str, Advisory] = dict(sources) if meeting.wanted.by_source else dict(names)
    for wanted in meeting.wanted.advisories.values():
        advisory = found.get(wanted.key)
        if advisory is None:
            found[wanted.key] = _new_advisory(meeting, wanted)
            continue
        if advisory.ended_on:
            back = {"ended_on": None}
            meeting.plan.change(advisory, back, advisory.name, wanted.origin, what=What.REOPENED)
        facts = {"name": wanted.name, "grade": wanted.grade or advisory.grade}
        meeting.plan.change(advisory, facts, wanted.name, wanted.origin)
    _end_groups(meeting)
    return found


def _new_advisory(meeting: Meeting, wanted: WantedAdvisory) -> Advisory:
    advisory = Advisory(school=meeting.known.school, name=wanted.name, grade=wanted.grade)
    advisory.source_id = wanted.key if meeting.wanted.by_source else None
    meeting.plan.add(advisory, advisory.name, wanted.origin)
    return advisory


def _end_groups(meeting: Meeting) -> None:
    is_whole = "advisories" in meeting.wanted.complete
    for advisory in meeting.known.advisories.values():
        key = advisory.source_id or ""
        origin = meeting.wanted.gone.advisories.get(key)
        if origin is None and is_whole and key and key not in meeting.wanted.advisories:
            origin = meeting.left_out
        if origin and advisory.ended_on is None:
            facts = {"ended_on": meeting.known.today}
            meeting.plan.change(advisory, facts, advisory.name, origin, what=What.ENDED)


def _plan_lead(
    meeting: Meeting, wanted: WantedLead, found: dict[str, Advisory]
) -> tuple[str, str] | None:
    person, advisory = meeting.person(wanted.person), found.get(wanted.advisory)
    if person is None or advisory is None:
        return None
    key = (advisory.public_id, person.public_id)
    label = f"{advisory.name} · {person.name}"
    lead = meeting.known.leads.get(key)
    if lead is not None:
        meeting.plan.change(lead, {"is_lead": wanted.is_lead}, label, wanted.origin)
        return key
    since = wanted.since_on or meeting.wanted.first_on
    lead = AdvisoryAdvisor(
        school=meeting.known.school, advisory=advisory, person=person,
        is_lead=wanted.is_lead, since_on=since,
    )  # fmt: skip
    meeting.known.leads[key] = lead
    meeting.plan.add(lead, label, wanted.origin, is_main=advisory.pk is not None)
    meeting.touched.add(advisory.public_id)
    return key


def _end_leads(
    meeting: Meeting, led: set[tuple[str, str] | None], found: dict[str, Advisory]
) -> None:
    keys = {advisory.public_id: key for key, advisory in found.items()}
    is_whole = "seats" in meeting.wanted.complete
    for pair, lead in list(meeting.known.leads.items()):
        if pair in led:
            continue
        group = keys.get(pair[0], "")
        origin = meeting.wanted.gone.leads.get((lead.person.source_id or "", group))
        if origin is None and is_whole and lead.public_id in meeting.known.begun:
            origin = meeting.left_out
        if (pair[1], Role.ADVISOR.value) in meeting.taken or lead.advisory.ended_on:
            origin = origin or meeting.left_out
        if origin is not None:
            _end(meeting, lead, f"{lead.advisory.name} · {lead.person.name}", origin)
            del meeting.known.leads[pair]
            meeting.touched.add(pair[0])


def _one_seat_each(meeting: Meeting) -> list[WantedSeat]:
    """Of several advisories for one student: the one begun last, else the next to begin."""
    best: dict[str, WantedSeat] = {}
    for seat in meeting.wanted.seats:
        other = best.get(seat.student)
        if other is None or _rank(seat, meeting) > _rank(other, meeting):
            best[seat.student] = seat
    return list(best.values())


def _rank(seat: WantedSeat, meeting: Meeting) -> tuple[bool, int]:
    since = seat.since_on or meeting.wanted.first_on
    has_begun = since <= meeting.known.today
    return has_begun, since.toordinal() if has_begun else -since.toordinal()


def _plan_seat(meeting: Meeting, wanted: WantedSeat, found: dict[str, Advisory]) -> None:
    person, advisory = meeting.person(wanted.student), found.get(wanted.advisory)
    student = meeting.known.students.get(person.public_id) if person else None
    if person is None or advisory is None or student is None:
        return
    meeting.seated.add(person.public_id)
    seat = meeting.known.seats.get(person.public_id)
    if seat is not None and seat.advisory.public_id == advisory.public_id:
        return
    since = wanted.since_on or meeting.wanted.first_on
    label = f"{person.name} · {advisory.name}"
    if seat is not None:
        since = since if since > seat.since_on else max(meeting.known.today, seat.since_on)
        until = max(seat.since_on, since - timedelta(days=1))
        facts = {"until_on": until}
        was = f"{person.name} · {seat.advisory.name}"
        meeting.plan.change(seat, facts, was, wanted.origin, what=What.ENDED, is_main=False)
    new = AdvisoryStudent(
        school=meeting.known.school, advisory=advisory, student=student, since_on=since
    )
    meeting.known.seats[person.public_id] = new
    meeting.plan.add(new, label, wanted.origin, is_main=person.public_id not in meeting.new)
    meeting.moved.add(person.public_id)


def _end_seats(meeting: Meeting, found: dict[str, Advisory]) -> None:
    keys = {advisory.public_id: key for key, advisory in found.items()}
    is_whole = "seats" in meeting.wanted.complete
    for person_id, seat in list(meeting.known.seats.items()):
        person = seat.student.person
        pair = (person.source_id or "", keys.get(seat.advisory.public_id, ""))
        origin = meeting.wanted.gone.seats.get(pair)
        is_ours = seat.public_id in meeting.known.begun
        if origin is None and is_whole and is_ours and person_id not in meeting.seated:
            origin = meeting.left_out
        if seat.student.state != Student.State.ENROLLED or seat.advisory.ended_on:
            origin = origin or meeting.left_out
        if origin is not None and seat.pk is not None:
            _end(meeting, seat, f"{person.name} · {seat.advisory.name}", origin)
            del meeting.known.seats[person_id]
            meeting.moved.add(person_id)


def plan_connections(meeting: Meeting) -> None:
    """Families as the file says; advisors follow from who sits where and who leads there."""
    kept = _plan_families(meeting) | _plan_advisors(meeting)
    known = meeting.known
    for key, connection in list(known.connections.items()):
        student_id, adult_id, role = key
        if connection.pk is None or key in kept:
            continue
        has_left = connection.student.state != Student.State.ENROLLED
        is_over = (adult_id, role) in meeting.taken
        is_ours = connection.public_id in known.begun
        if role == Role.ADVISOR:
            seat = known.seats.get(student_id)
            is_affected = seat is not None and seat.advisory.public_id in meeting.touched
            is_over = is_over or student_id in meeting.moved or is_affected
        elif role == Role.GUARDIAN and is_ours and "families" in meeting.wanted.complete:
            is_over = is_over or student_id in meeting.keys
        if (is_over or has_left) and role != Role.MENTOR:
            label = f"{connection.student.name} · {connection.adult.name}"
            _end(meeting, connection, label, meeting.left_out)


def _plan_families(meeting: Meeting) -> set[tuple[str, str, str]]:
    kept = set()
    for wanted in meeting.wanted.families:
        person, adult = meeting.person(wanted.student), meeting.person(wanted.adult)
        student = meeting.known.students.get(person.public_id) if person else None
        if person is None or adult is None or student is None:
            continue
        key = (person.public_id, adult.public_id, Role.GUARDIAN.value)
        kept.add(key)
        known = meeting.known.connections.get(key)
        if known is not None:
            facts: dict[str, Any] = {"relation": wanted.relation} if wanted.relation else {}
            facts |= {"is_primary": True} if wanted.is_primary else {}
            meeting.plan.change(known, facts, f"{person.name} · {adult.name}", wanted.origin)
            continue
        since = min(meeting.wanted.first_on, meeting.known.today)
        facts = {"relation": wanted.relation, "is_primary": wanted.is_primary, "since_on": since}
        _connect(meeting, student, adult, Role.GUARDIAN, origin=wanted.origin, facts=facts)
    return kept


def _plan_advisors(meeting: Meeting) -> set[tuple[str, str, str]]:
    kept = set()
    leads: dict[str, list[AdvisoryAdvisor]] = {}
    for (advisory_id, _person_id), lead in meeting.known.leads.items():
        leads.setdefault(advisory_id, []).append(lead)
    for person_id, seat in meeting.known.seats.items():
        for lead in leads.get(seat.advisory.public_id, []):
            key = (person_id, lead.person.public_id, Role.ADVISOR.value)
            kept.add(key)
            is_new = person_id in meeting.moved or seat.advisory.public_id in meeting.touched
            if key not in meeting.known.connections and is_new:
                facts = {"since_on": max(seat.since_on, lead.since_on)}
                origin = meeting.origin_of(seat.student.person)
                _connect(
                    meeting, seat.student, lead.person, Role.ADVISOR, origin=origin, facts=facts
                )
    return kept


def _connect(
    meeting: Meeting,
    student: Student,
    adult: Person,
    role: Role,
    *,
    origin: Origin,
    facts: Mapping[str, Any],
) -> None:
    connection = Connection(
        school=meeting.known.school, student=student, adult=adult, role=role.value, **facts
    )
    key = (student.person.public_id, adult.public_id, role.value)
    meeting.known.connections[key] = connection
    is_main = role == Role.GUARDIAN and not {key[0], key[1]} & meeting.new
    meeting.plan.add(connection, f"{student.name} · {adult.name}", origin, is_main=is_main)


def _end(
    meeting: Meeting,
    row: AdvisoryStudent | AdvisoryAdvisor | Connection,
    label: str,
    origin: Origin,
) -> None:
    until: date = max(row.since_on, meeting.known.today - timedelta(days=1))
    meeting.plan.change(row, {"until_on": until}, label, origin, what=What.ENDED, is_main=False)
