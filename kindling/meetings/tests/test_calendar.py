"""What arrives in a calendar: RFC 5545, in the reader's language."""

from __future__ import annotations

import re

from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.kit.ical import escape, fold, method_of
from kindling.meetings.actions import move_meeting
from kindling.meetings.calendars import REQUEST, invitation
from kindling.meetings.tests.booked import at, book
from kindling.notices.actions import deliver_notice
from kindling.notices.models import Notice


def lines_of(text: str) -> dict[str, str]:
    """Unfold a file into name → value."""
    plain = text.replace("\r\n ", "")
    pairs = (re.split(r"[:;]", line, maxsplit=1) for line in plain.split("\r\n") if line)
    return dict(pair for pair in pairs if len(pair) == 2)


def test_an_invitation_has_what_a_calendar_needs(cast):
    meeting = book(cast)

    found = lines_of(fold(invitation(meeting, cast.ana, REQUEST, link="https://x.example/p/a.b/")))

    assert found["METHOD"] == "REQUEST"
    assert found["UID"].startswith(meeting.public_id)
    assert (found["DTSTART"], found["DTEND"]) == ("20261020T190000Z", "20261020T194500Z")
    assert (found["SEQUENCE"], found["STATUS"]) == ("0", "CONFIRMED")
    assert found["SUMMARY"] == "Learning plan with Luis"
    assert found["ATTENDEE"].endswith("mailto:ana@harbor-view.example.org")
    assert "3:00" in found["DESCRIPTION"]
    assert "https://x.example/p/a.b/" in found["DESCRIPTION"]


def test_minutes_are_never_in_it(cast):
    meeting = book(cast)
    meeting.notes = "Private."

    assert "Private" not in invitation(meeting, cast.ana, REQUEST)


def test_the_mail_carries_it_with_the_readers_own_link(cast):
    book(cast)
    notice = Notice.objects.get(kind="meetings/invited", person=cast.rosa)
    mail.outbox.clear()
    Notice.objects.filter(pk=notice.pk).update(state="queued")

    deliver_notice.enqueue(notice.pk)

    message = mail.outbox[0].message()
    (part,) = [one for one in message.walk() if one.get_content_type() == "text/calendar"]
    raw = part.get_payload(decode=True).decode()
    assert (part.get_param("method"), part.get_filename()) == ("REQUEST", "meeting.ics")
    assert max(len(line.encode()) for line in raw.split("\r\n")) <= 75
    assert "/p/" in lines_of(raw)["URL"]
    assert "{link}" not in raw
    assert lines_of(raw)["ATTENDEE"].endswith(cast.rosa.email)
    assert cast.ana.email not in raw  # nobody learns the others' addresses


def test_moved_it_is_the_same_event_with_a_higher_number(cast):
    meeting = book(cast)

    move_meeting(meeting, starts_at=at("2026-10-21 09:00"), minutes=30, by=cast.as_("ana"))

    first, second = (
        lines_of(Notice.objects.get(kind=f"meetings/{kind}", person=cast.rosa).calendar)
        for kind in ("invited", "moved")
    )
    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == ("0", "1")
    assert second["DTSTART"] == "20261021T130000Z"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=300))
def test_folding_loses_nothing_and_breaks_no_character(text):
    folded = fold(f"SUMMARY:{text}")

    assert folded.replace("\r\n ", "") == f"SUMMARY:{text}"
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))


def test_four_characters_stand_for_something_else():
    assert escape("a,b;c\\d\r\ne") == "a\\,b\\;c\\\\d\\ne"
    assert method_of("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n") == "CANCEL"
