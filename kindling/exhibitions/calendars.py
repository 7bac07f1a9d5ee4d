"""An exhibition as a calendar keeps it, in the reader's language."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition
from kindling.kit.ical import Event, calendar_of
from kindling.schools.models import Person, School
from kindling.ui.format import clock, day

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def invitation(exhibition: Exhibition, person: Person, method: str, *, link: str = "{link}") -> str:
    """Return the calendar file for one person; "{link}" becomes theirs when the letter leaves.

    "" for an exhibition that never had a date. Its materials never go along.
    """
    starts_at = exhibition.starts_at
    if starts_at is None:
        return ""
    school = exhibition.school
    with translation.override(person.language):
        event = Event(
            uid=f"{exhibition.public_id}@{urlsplit(settings.BASE_URL).hostname}",
            sequence=exhibition.sequence,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=exhibition.minutes),
            summary=summary_of(exhibition),
            description=_description(exhibition, link),
            place=exhibition.room or exhibition.video,
            organizer=school.name,
            organizer_email=parseaddr(settings.DEFAULT_FROM_EMAIL)[1] or "kindling@localhost",
            attendee=person.name,
            attendee_email=person.email,
            link="" if method == CANCEL else link,
            is_cancelled=method == CANCEL,
        )
    return calendar_of(event, method, now=school.now())


def summary_of(exhibition: Exhibition) -> str:
    """What a calendar shows in one line."""
    told = {"what": exhibition.kind.title, "name": exhibition.student.first}
    return _("%(what)s of %(name)s") % told


def when_of(exhibition: Exhibition, school: School) -> str:
    """The time on the school's clock: "Tuesday 14 October, 3:00 PM to 3:45 PM"; "" without a date."""
    if exhibition.starts_at is None:
        return ""
    start = exhibition.starts_at.astimezone(school.zone)
    end = start + timedelta(minutes=exhibition.minutes)
    told = {"day": day(start.date()), "start": clock(start.time()), "end": clock(end.time())}
    return _("%(day)s, %(start)s to %(end)s") % told


def _description(exhibition: Exhibition, link: str) -> str:
    parts = [when_of(exhibition, exhibition.school), exhibition.title, exhibition.about]
    return "\n\n".join(part for part in [*parts, exhibition.video, link] if part)
