"""Meetings of a student's learning team, who comes, and what is promised."""

from kindling.meetings.models.choice import AgendaText, MeetingChoice
from kindling.meetings.models.commitment import Commitment
from kindling.meetings.models.meeting import Attendee, Kind, Meeting

__all__ = ["AgendaText", "Attendee", "Commitment", "Kind", "Meeting", "MeetingChoice"]
