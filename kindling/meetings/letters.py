"""What the letters of a meeting say, and who gets a link with them."""

from __future__ import annotations

from typing import Any

from kindling.meetings.models import Attendee, Meeting
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

OUTSIDE = (Role.GUARDIAN.value, Role.MENTOR.value)  # they get a link, with an account or without


def has_link(attendee: Attendee) -> bool:
    """Whether they answer from a link: family and mentors, and who has no account."""
    return attendee.part in OUTSIDE or attendee.person.user_id is None


def facts(meeting: Meeting, attendee: Attendee, by: Viewer) -> dict[str, Any]:
    """What every letter of a meeting may say."""
    start, end = (one.astimezone(by.school.zone) for one in (meeting.starts_at, meeting.ends_at))
    return {
        "meeting": meeting, "student": meeting.student, "first": meeting.student.first,
        "is_own": attendee.part == Role.STUDENT, "on": start.date(), "start": start.time(),
        "end": end.time(), "leader": meeting.leader, "has_link": has_link(attendee),
    }  # fmt: skip
