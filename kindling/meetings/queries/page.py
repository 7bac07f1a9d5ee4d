"""One meeting, as each of its readers sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kindling.meetings import rules
from kindling.meetings.calendars import when_of
from kindling.meetings.models import Attendee, Commitment, Meeting
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

TONES = {"": "quiet", "coming": "good", "not_coming": "alert"}
State = Meeting.State


@dataclass(frozen=True)
class MeetingPage:
    """`mine`: the reader's own place at the table; None for who only looks on."""

    meeting: Meeting
    when: str
    attendees: tuple[Attendee, ...]
    mine: Attendee | None
    commitments: tuple[Commitment, ...]
    may_run: bool
    may_write: bool
    is_open: bool  # booked
    may_hold: bool  # its day has come
    is_over: bool
    resting: tuple[str, ...]  # asked to come, and no letter went to them

    @property
    def agenda(self) -> list[str]:
        return [line for line in self.meeting.agenda.split("\n") if line.strip()]

    @property
    def tones(self) -> dict[str, str]:
        return TONES

    @property
    def kept(self) -> int:
        return sum(1 for one in self.commitments if one.done_at)


def meeting_page(viewer: Viewer, meeting: Meeting) -> MeetingPage:
    """Gather the page. Ask only for a meeting the viewer sees."""
    attendees = tuple(rules.visible_attendees(viewer).filter(meeting=meeting))
    promised = rules.visible_commitments(viewer).filter(meeting=meeting).order_by("due_on", "pk")
    is_open, now = meeting.state == State.BOOKED, viewer.school.now()
    may_run = rules.may_run(viewer, meeting)
    may_write = may_run or rules.may_write(viewer, meeting)
    return MeetingPage(
        meeting=meeting,
        when=when_of(meeting, viewer.school),
        attendees=attendees,
        mine=next((one for one in attendees if one.person_id == viewer.person_id), None),
        commitments=tuple(promised),
        may_run=is_open and may_run,
        may_write=may_write and meeting.state != State.CANCELLED,
        is_open=is_open,
        may_hold=is_open and may_write and meeting.on <= viewer.school.today(),
        is_over=meeting.ends_at < now,
        resting=tuple(one.person.name for one in attendees if not one.is_invited)
        if is_open
        else (),
    )


def owners_of(viewer: Viewer, meeting: Meeting) -> list[Person]:
    """Who can promise something here: everybody who is asked to come, the student first."""
    rows = rules.visible_attendees(viewer).filter(meeting=meeting)
    people = [one.person for one in rows]
    return sorted(people, key=lambda one: one.pk != meeting.student.person_id)


def addable(
    viewer: Viewer, meeting: Meeting, attendees: Iterable[Attendee] | None = None
) -> list[Person]:
    """Who may be asked besides: the rest of the team, then the school's staff."""
    if attendees is None:
        attendees = rules.visible_attendees(viewer).filter(meeting=meeting)
    there = {one.person_id for one in attendees}
    found = {one.pk: one for one, _part in rules.team_of(meeting.student)}
    found |= {one.pk: one for one in rules.others_of_school(viewer)}
    return [one for pk, one in found.items() if pk not in there]


def team_to_ask(student: Student) -> list[tuple[Person, str]]:
    """The team besides the student and their advisors, who always come, each with their part."""
    return [
        (one, str(part.label))
        for one, part in rules.team_of(student)
        if part in (Role.GUARDIAN, Role.MENTOR)
    ]
