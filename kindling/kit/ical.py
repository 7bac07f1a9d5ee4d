"""Calendar files (RFC 5545): one event, and how its lines are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST = 75  # octets of a line


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one reader's calendar keeps it. The same uid with a higher sequence replaces it."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str
    place: str
    organizer: str  # a name
    organizer_email: str
    attendee: str = ""  # a name; the reader alone, nobody learns the others' addresses
    attendee_email: str = ""
    link: str = ""
    is_cancelled: bool = False


def calendar_of(event: Event, method: str, *, now: datetime) -> str:
    """Return the file's text, lines not yet folded: REQUEST, CANCEL, or PUBLISH for a download.

    Moments are in UTC, which every calendar shows in its reader's zone.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kindling//Meetings//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{_moment(now)}",
        f"DTSTART:{_moment(event.starts_at)}",
        f"DTEND:{_moment(event.ends_at)}",
        f"SUMMARY:{escape(event.summary)}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
        f'ORGANIZER;CN="{_quoted(event.organizer)}":mailto:{event.organizer_email}',
    ]
    told = (("DESCRIPTION", event.description), ("LOCATION", event.place))
    lines += [f"{name}:{escape(text)}" for name, text in told if text]
    if event.link:
        lines.append(f"URL:{event.link}")
    if event.attendee_email and method != "PUBLISH":
        who = f'CN="{_quoted(event.attendee)}";ROLE=REQ-PARTICIPANT;RSVP=FALSE'
        lines.append(f"ATTENDEE;{who}:mailto:{event.attendee_email}")
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])


def escape(text: str) -> str:
    """Return text as a value: four characters stand for something else in a calendar."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def fold(calendar: str) -> str:
    """Break lines of more than 75 octets, never inside a character."""
    return "\r\n".join(_folded(line) for line in calendar.split("\r\n"))


def _folded(line: str) -> str:
    parts, part, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            parts.append(part)
            part, size = "", 1  # the space with which the next line begins
        part, size = part + sign, size + octets
    return "\r\n ".join([*parts, part])


def method_of(calendar: str) -> str:
    """Return what the file asks a calendar to do: REQUEST, CANCEL or PUBLISH."""
    lines = (line for line in calendar.split("\r\n") if line.startswith("METHOD:"))
    return next(lines, "METHOD:PUBLISH").removeprefix("METHOD:")


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _quoted(name: str) -> str:
    return "".join("'" if sign == '"' else sign for sign in name if sign.isprintable())
