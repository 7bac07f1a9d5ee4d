"""From what a file wants and what the school has: the rows to add, change, end and reopen."""

from __future__ import annotations

from datetime import date, timedelta

from kindling.exchange.planning.changes import Plan, What
from kindling.exchange.planning.groups import plan_advisories, plan_connections
from kindling.exchange.planning.known import Known
from kindling.exchange.planning.meeting import Meeting
from kindling.exchange.planning.wanted import Origin, WantedPerson, WantedRoster
from kindling.people.models import Student
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role

ROSTER_HATS = (Role.STUDENT, Role.ADVISOR, Role.PRINCIPAL, Role.GUARDIAN, Role.STAFF)


def plan_roster(wanted: WantedRoster, known: Known, file: str) -> Plan:
    """Return every row that must be written so that the school is as the file wants it.

    `file` names the origin of rows that end because the file leaves them out.
    """
    meeting = Meeting(wanted, known, Plan(), Origin(file, 0))
    for person in wanted.people.values():
        _plan_person(meeting, person)
    for person in wanted.people.values():
        _plan_hats(meeting, person)
        _plan_student(meeting, person)
    _plan_leaving(meeting)
    plan_advisories(meeting)
    plan_connections(meeting)
    return meeting.plan


def _plan_person(meeting: Meeting, wanted: WantedPerson) -> None:
    person = meeting.find(wanted)
    if person is not None and person.public_id in meeting.named:
        person = None  # two rows are two people, however alike
    if person is None and not wanted.facts.get("given_name"):
        return  # a role of somebody nobody told us of
    if person is None:
        facts = {name: value for name, value in wanted.facts.items() if value}
        language = wanted.language or meeting.known.school.language
        person = Person(school=meeting.known.school, language=language, **facts).compose()
        if meeting.wanted.by_source:
            person.source_id = wanted.key
        hats = ", ".join(str(role.label) for role in wanted.hats)
        meeting.plan.add(person, f"{person.name} · {hats}", wanted.origin)
        meeting.new.add(person.public_id)
    else:
        facts = {name: value for name, value in wanted.facts.items() if value}
        if meeting.plan.change(person, facts, person.name, wanted.origin):
            meeting.recompose(person)
    meeting.people[wanted.key] = person
    meeting.named.add(person.public_id)


def _plan_hats(meeting: Meeting, wanted: WantedPerson) -> None:
    person = meeting.people.get(wanted.key)
    if person is None:
        return
    for role, span in wanted.hats.items():
        meeting.worn.add((person.public_id, role.value))
        known = meeting.known.hats.get((person.public_id, role.value))
        label = f"{person.name} · {role.label}"
        if known is not None:
            meeting.plan.change(known, {"until_on": span.until_on}, label, wanted.origin)
            continue
        since = span.since_on or meeting.wanted.first_on
        hat = Membership(school=meeting.known.school, person=person, role=role.value)
        hat.since_on, hat.until_on = since, span.until_on
        is_new = person.public_id in meeting.new
        meeting.plan.add(hat, label, wanted.origin, is_main=not is_new)


def _plan_student(meeting: Meeting, wanted: WantedPerson) -> None:
    person = meeting.people.get(wanted.key)
    if person is None or wanted.student is None:
        return
    student = meeting.known.students.get(person.public_id)
    if student is None:
        student = Student(school=meeting.known.school, person=person, **_filled(wanted.student))
        meeting.known.students[person.public_id] = student
        is_new = person.public_id in meeting.new
        meeting.plan.add(student, person.name, wanted.origin, is_main=not is_new)
        return
    if student.state != Student.State.ENROLLED:
        facts = {"state": Student.State.ENROLLED.value, "left_on": None}
        meeting.plan.change(student, facts, person.name, wanted.origin, what=What.REOPENED)
    facts = {k: v for k, v in wanted.student.items() if v and k != "enrolled_on"}
    meeting.plan.change(student, facts, person.name, wanted.origin)


def _filled(facts: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if value}


def _plan_leaving(meeting: Meeting) -> None:
    """Take off the hats that an import once gave and this file no longer names."""
    for (person_id, role), hat in list(meeting.known.hats.items()):
        origin = meeting.reason_to_end(hat)
        if origin is None or (person_id, role) in meeting.worn or role not in ROSTER_HATS:
            continue
        until = last_day(hat.since_on, meeting.known.today)
        meeting.plan.change(
            hat, {"until_on": until}, f"{hat.person.name} · {hat.get_role_display()}", origin,
            what=What.ENDED, is_main=role != Role.STUDENT,
        )  # fmt: skip
        meeting.taken.add((person_id, role))
        if role == Role.STUDENT:
            _plan_withdrawal(meeting, hat.person, origin)


def _plan_withdrawal(meeting: Meeting, person: Person, origin: Origin) -> None:
    student = meeting.known.students.get(person.public_id)
    if student is None or student.state != Student.State.ENROLLED:
        return
    left_on = last_day(student.enrolled_on, meeting.known.today)
    facts = {"state": Student.State.WITHDRAWN.value, "left_on": left_on}
    meeting.plan.change(student, facts, person.name, origin, what=What.ENDED)


def last_day(since_on: date, today: date) -> date:
    """Yesterday, so that access ends at once; for what began today or later, its first day."""
    return max(since_on, today - timedelta(days=1))
