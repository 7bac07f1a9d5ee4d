"""A meeting of Luis, and what his team was sent."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from kindling.meetings.actions import book_meeting
from kindling.meetings.models import Attendee, Meeting
from kindling.notices.models import Notice

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> datetime:
    """A moment on Harbor View's clock: at("2026-10-20 15:00")."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def book(cast, name="luis", *, by="ana", **facts) -> Meeting:
    """Luis's plan meeting, next Tuesday at three, in the library."""
    usual = {"kind": "plan", "starts_at": at("2026-10-20 15:00"), "place": "Library"}
    return book_meeting(getattr(cast, name), by=cast.as_(by), **{**usual, **facts})


def attendee(meeting, person) -> Attendee:
    return Attendee.objects.select_related("person", "meeting").get(meeting=meeting, person=person)


def told(kind: str) -> list[str]:
    """Who was written to, by first name, in order."""
    found = Notice.objects.filter(kind=f"meetings/{kind}").select_related("person")
    return sorted(one.person.first for one in found)
