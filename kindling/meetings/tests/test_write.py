"""Agenda and minutes, by several at once."""

from __future__ import annotations

import pytest

from kindling.history.models import Event
from kindling.kit.editing import stamp_of
from kindling.meetings.models import Meeting
from kindling.meetings.tests.booked import book


def write(client, meeting, text, *, base="", field="notes", partial=False):
    headers = {"HX-Request-Type": "partial"} if partial else {}
    return client.post(
        f"/harbor-view/meetings/{meeting.public_id}/write/",
        {"field": field, "text": text, "base": stamp_of(base)},
        headers=headers,
    )


def test_a_text_is_saved_and_says_when(cast, client_of):
    meeting = book(cast)

    part = write(client_of("luis"), meeting, "We talked.", partial=True)

    assert Meeting.objects.get().notes == "We talked."
    assert f'data-stamp="{stamp_of("We talked.")}"' in part.text
    assert "Saved 9:00" in part.text


def test_the_second_gets_both_texts(cast, client_of):
    meeting = book(cast)
    write(client_of("luis"), meeting, "Luis’s words.")

    page = write(client_of("ana"), meeting, "Ana’s words.")

    assert page.status_code == 409
    assert page.text.count("Luis’s words.") == page.text.count("Ana’s words.") == 3
    assert Meeting.objects.get().notes == "Luis’s words."


def test_the_joined_text_is_saved_on_top(cast, client_of):
    meeting = book(cast)
    write(client_of("luis"), meeting, "One.")

    done = write(client_of("ana"), meeting, "One.\nTwo.", base="One.")

    assert (done.status_code, Meeting.objects.get().notes) == (302, "One.\nTwo.")


@pytest.mark.parametrize(("name", "status"), [("rosa", 403), ("priya", 403), ("maya", 404)])
def test_others_write_nothing(cast, client_of, name, status):
    meeting = book(cast)

    assert write(client_of(name), meeting, "x").status_code == status
    assert Meeting.objects.get().notes == ""


def test_another_field_is_not_there(cast, client_of):
    meeting = book(cast)

    assert write(client_of("luis"), meeting, "held", field="state").status_code == 404


def test_the_same_words_leave_one_trace(cast, client_of):
    meeting = book(cast)
    client = client_of("luis")

    write(client, meeting, "One.")
    write(client, meeting, "One.", base="One.")

    assert Event.objects.filter(verb="meeting.write").count() == 1
