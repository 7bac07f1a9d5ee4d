"""Lists of meetings and promises, and the short lines other pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet

from kindling.meetings import rules
from kindling.meetings.models import Commitment, Meeting
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.viewer import Viewer


def day_begins(viewer: Viewer) -> datetime:
    """The first moment of the school's day."""
    return datetime.combine(viewer.school.today(), time(0), viewer.school.zone)


def coming_meetings(viewer: Viewer, student: Student | None = None) -> QuerySet[Meeting]:
    """From today on, the next first."""
    rows = rules.visible_meetings(viewer).filter(state=Meeting.State.BOOKED)
    rows = rows.filter(starts_at__gte=day_begins(viewer))
    return (rows.filter(student=student) if student else rows).order_by("starts_at", "pk")


def past_meetings(viewer: Viewer, student: Student | None = None) -> QuerySet[Meeting]:
    """What is over, was held or called off; the latest first."""
    coming = coming_meetings(viewer, student).order_by().values("pk")
    rows = rules.visible_meetings(viewer).exclude(pk__in=coming)
    return (rows.filter(student=student) if student else rows).order_by("-starts_at", "-pk")


def open_commitments(viewer: Viewer, student: Student | None = None) -> QuerySet[Commitment]:
    """What is promised and not done: of one student, or the viewer's own; the earliest day first."""
    rows = rules.visible_commitments(viewer).filter(done_at__isnull=True)
    rows = rows.filter(student=student) if student else rows.filter(owner=viewer.person_id or 0)
    return rows.order_by("due_on", "pk")


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """One line of Today."""

    meeting: Meeting
    url: str
    is_today: bool
    needs_answer: bool

    @property
    def starts_at(self) -> datetime:
        return self.meeting.starts_at


def next_meetings(viewer: Viewer, *, limit: int = 3) -> list[NextMeeting]:
    """The next meetings to which the viewer is asked, for Today. One statement."""
    today = viewer.school.today()
    rows = rules.own_places(viewer).filter(
        meeting__state=Meeting.State.BOOKED, meeting__starts_at__gte=day_begins(viewer)
    )
    return [
        NextMeeting(
            one.meeting, one.meeting.get_absolute_url(),
            one.meeting.on == today, not one.answer,
        )
        for one in rows.order_by("meeting__starts_at", "pk")[:limit]
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """What the student's page says: the next meeting, and how many promises are open and overdue."""

    next_meeting: Meeting | None
    last_on: date | None
    open_promises: int
    overdue: int


def meeting_line(viewer: Viewer, student: Student) -> MeetingLine:
    """One student's meetings in a line. Two statements; empty for whom it is not open to."""
    today = viewer.school.today()
    rows = rules.visible_meetings(viewer).filter(student=student)
    rows = rows.exclude(state=Meeting.State.CANCELLED).order_by("-starts_at")[:10]
    found = list(rows)
    begins = day_begins(viewer)
    ahead = [one for one in found if one.starts_at >= begins and one.state == Meeting.State.BOOKED]
    held = [one for one in found if one.state == Meeting.State.HELD]
    due = list(open_commitments(viewer, student).values_list("due_on", flat=True))
    return MeetingLine(
        next_meeting=ahead[-1] if ahead else None,
        last_on=held[0].on if held else None,
        open_promises=len(due),
        overdue=sum(1 for one in due if one and one < today),
    )


def student_named(viewer: Viewer, public_id: str) -> Student | None:
    """The student a list is narrowed to, where the viewer sees them."""
    return (
        visible_students(viewer, Matter.PLAN).filter(public_id=public_id).first()
        if public_id
        else None
    )
