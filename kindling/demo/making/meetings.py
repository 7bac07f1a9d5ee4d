"""Meetings of Harbor View: some held, Jordan's today, Luis's with an interpreter on its way."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from kindling.meetings.actions import book_meeting
from kindling.meetings.agendas import agenda_of
from kindling.meetings.models import Attendee, Commitment, Kind, Meeting
from kindling.meetings.rules import team_of
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

NOTES = (
    "I want to know how animals show pain, because nobody at the shelter could tell me.\n"
    "Ana: start small, one animal, one week. Mom worries about math: I will measure something.\n"
    "Decided: a field guide for three animals, shown at the exhibition."
)
HELD = (
    "Went well: the radio. Hard: finishing. We cut the list from five things to two.",
    "She wants to draw more and read less. We found a book about drawing that is worth reading.",
    "He has an idea for the harbor. First step: ask the harbor master, with Ana’s phone.",
    "The internship is good and far away. We look at the bus, and at Thursdays from home.",
)
PROMISES = (
    "Send the first page of my draft",
    "Ask the library for the book",
    "Write three questions for the harbor master",
    "Find out about the bus on Thursdays",
)


def make_meetings(school: School, students: list[Student], chance: random.Random) -> None:
    """A believable autumn: most of Tide has met once, a few things are promised."""
    maya, jordan, luis = students[:3]
    today = school.today()
    first = _held(school, maya, Kind.PLAN, today - timedelta(days=33), NOTES)
    _promise(first, "Make a list of three animals", today - timedelta(days=20), is_done=True)
    _promise(first, "Measure one thing about my dog every day for a week", today)
    for number, student in enumerate(students[3:9]):
        day = today - timedelta(days=20 + 2 * number)
        text = NOTES if number == 0 else HELD[number % len(HELD)]
        meeting = _held(school, student, Kind.PLAN, day, text)
        due = today + timedelta(days=chance.randint(-3, 9))
        _promise(meeting, PROMISES[number % len(PROMISES)], due, is_done=number % 2 == 0)
    _todays(school, jordan)
    ahead = datetime.combine(_school_day(today, 3), time(15, 30), school.zone)
    book_meeting(
        luis, kind=Kind.REVIEW, starts_at=ahead, place="Room 12", minutes=45,
        interpreter_language="Spanish", by=Viewer.system(school),
    )  # fmt: skip


def _todays(school: School, student: Student) -> None:
    """Booked for this afternoon, and the mentor has not answered."""
    begins = datetime.combine(school.today(), time(16, 30), school.zone)
    meeting = _row(school, student, Kind.PROJECT, begins, Meeting.State.BOOKED)
    meeting.place, meeting.reminded_at = "The studio", school.now()
    meeting.save()
    _seat(meeting, {Role.STUDENT: "coming", Role.ADVISOR: "coming"})


def _held(school: School, student: Student, kind: Kind, on: date, notes: str) -> Meeting:
    begins = datetime.combine(_school_day(on, 0), time(15, 0), school.zone)
    meeting = _row(school, student, kind, begins, Meeting.State.HELD)
    meeting.notes, meeting.place = notes, "Advisory room"
    meeting.save()
    _seat(meeting, dict.fromkeys(Role, "coming"))
    return meeting


def _row(school: School, student: Student, kind: Kind, begins: datetime, state: str) -> Meeting:
    return Meeting(
        school=school, student=student, kind=kind, starts_at=begins, on=begins.date(), leader=student.person,
        agenda=agenda_of(kind), state=state,
    )  # fmt: skip


def _seat(meeting: Meeting, answers: dict[Role, str]) -> None:
    Attendee.objects.bulk_create(
        Attendee(
            school=meeting.school, meeting=meeting, person=person, part=part,
            answer=answers.get(part, ""), is_invited=True,
        )
        for person, part in team_of(meeting.student)
    )  # fmt: skip


def _promise(meeting: Meeting, words: str, due_on: date, *, is_done: bool = False) -> None:
    done_at = datetime.combine(due_on - timedelta(days=1), time(17), meeting.school.zone)
    Commitment.objects.create(
        school=meeting.school, student=meeting.student, owner=meeting.student.person, words=words,
        due_on=due_on, meeting=meeting, by=meeting.student.person, reminded_on=due_on,
        done_at=min(done_at, meeting.school.now()) if is_done else None,
    )  # fmt: skip


def _school_day(day: date, ahead: int) -> date:
    """The day so many days ahead, or the Monday after a weekend."""
    day += timedelta(days=ahead)
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)
