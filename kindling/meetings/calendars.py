"""A meeting as a calendar keeps it, in the reader's language."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.kit.ical import Event, calendar_of
from kindling.meetings.models import Meeting
from kindling.schools.models import Person, School
from kindling.ui.format import clock, day

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def invitation(meeting: Meeting, person: Person, method: str, *, link: str = "{link}") -> str:
    """Return the calendar file for one person; "{link}" becomes theirs when the letter leaves.

    The agenda goes along; minutes and promises never do.
    """
    school = meeting.school
    with translation.override(person.language):
        event = Event(
            uid=f"{meeting.public_id}@{urlsplit(settings.BASE_URL).hostname}",
            sequence=meeting.sequence,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            summary=summary_of(meeting),
            description=_description(meeting, link),
            place=meeting.place or meeting.video,
            organizer=school.name,
            organizer_email=parseaddr(settings.DEFAULT_FROM_EMAIL)[1] or "kindling@localhost",
            attendee=person.name,
            attendee_email=person.email,
            link="" if method == CANCEL else link,
            is_cancelled=method == CANCEL,
        )
    return calendar_of(event, method, now=school.now())


def summary_of(meeting: Meeting) -> str:
    """What a calendar shows in one line."""
    told = {"what": meeting.label, "name": meeting.student.first}
    return _("%(what)s with %(name)s") % told


def when_of(meeting: Meeting, school: School) -> str:
    """The time on the school's clock: "Tuesday 14 October, 3:00 PM to 3:45 PM"."""
    start, end = (one.astimezone(school.zone) for one in (meeting.starts_at, meeting.ends_at))
    told = {"day": day(start.date()), "start": clock(start.time()), "end": clock(end.time())}
    return _("%(day)s, %(start)s to %(end)s") % told


def _description(meeting: Meeting, link: str) -> str:
    parts = [when_of(meeting, meeting.school), meeting.video, meeting.agenda, link]
    return "\n\n".join(part for part in parts if part)
