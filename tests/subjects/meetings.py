"""Luis's plan meeting next week, with a promise."""

from __future__ import annotations

from kindling.meetings.actions import make_commitment
from kindling.meetings.models import Attendee
from kindling.meetings.tests.booked import book


def add(maker) -> None:
    cast = maker.cast
    meeting = book(cast)
    promise = make_commitment(
        cast.luis, owner=cast.luis.person, words="Call", meeting=meeting, by=cast.as_("luis")
    )
    place = Attendee.objects.get(meeting=meeting, person=cast.luis.person)
    maker.ids |= {
        "meetings/": meeting.public_id,
        "meetings/book/": cast.luis.public_id,
        "meetings/promises/": promise.public_id,
        "meetings/places/": place.public_id,
    }
