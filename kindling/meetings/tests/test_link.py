"""Behind the link: time, place, agenda, one's own answer and promises. Nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.meetings.actions import (
    cancel_meeting,
    make_commitment,
    take_off,
)
from kindling.meetings.models import Commitment, Meeting
from kindling.meetings.tests.booked import attendee, book, told
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import disconnect
from kindling.people.models import Connection
from kindling.placements.tests.factories import make_placement
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def door(person) -> str:
    return f"/p/{token_of(Pass.objects.get(bearer=person, purpose='join_meeting'))}/"


@pytest.fixture
def meeting(cast):
    make_placement(cast, cast.luis, cast.clinic)
    made = book(cast)
    Meeting.objects.update(notes="Luis is sad about his father.")
    return made


def test_sam_sees_when_and_where_and_no_minutes(cast, client, meeting):
    make_commitment(
        cast.luis, owner=cast.luis.person, words="Tell nobody", meeting=meeting, by=cast.as_("luis")
    )

    page = client.get(door(cast.sam))

    assert "Tuesday" in page.text
    assert "3:00" in page.text
    assert "Library" in page.text
    assert "Who helps with what?" in page.text
    for secret in ("sad about his father", "Tell nobody", "Rosa", "Diaz"):
        assert secret not in page.text


def test_rosa_answers_in_spanish(cast, client, meeting):
    page = client.get(door(cast.rosa))
    client.post(door(cast.rosa), {"coming": "yes", "note": "Con mi hermana."})

    assert page["Content-Language"] == "es"
    answered = attendee(meeting, cast.rosa)
    assert (answered.answer, answered.note) == ("coming", "Con mi hermana.")


def test_a_no_is_told_to_who_booked(cast, client, meeting):
    client.post(door(cast.sam), {"coming": "no", "note": "I travel."})

    assert attendee(meeting, cast.sam).answer == "not_coming"
    assert told("cannot_come") == ["Ana", "Luis"]


def test_after_it_was_called_off_there_is_nothing_to_answer(cast, client, meeting):
    cancel_meeting(meeting, by=cast.as_("ana"))

    page = client.get(door(cast.sam))
    answer = client.post(door(cast.sam), {"coming": "yes"})

    assert "called off" in page.text
    assert answer.status_code == 409


def test_who_is_asked_no_longer_sees_nothing(cast, client, meeting):
    take_off(attendee(meeting, cast.sam), by=cast.as_("ana"))

    assert client.get(door(cast.sam)).status_code == 404


def test_who_is_family_no_longer_sees_nothing(cast, client, meeting):
    disconnect(cast.luis, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school))
    ended = Connection.objects.filter(adult=cast.rosa)
    ended.update(until_on=date(2026, 10, 12))  # a day counts to its end

    assert client.get(door(cast.rosa)).status_code == 404


def test_a_link_to_one_meeting_shows_no_other(cast, client, meeting):
    other = book(cast, "jordan")

    page = client.get(f"{door(cast.sam)}?one={other.public_id}")

    assert "Jordan" not in page.text


def test_a_promise_is_kept_from_the_link(cast, client, meeting):
    make_commitment(
        cast.luis, owner=cast.sam, words="Show the X-ray", meeting=meeting, by=cast.as_("luis")
    )
    theirs = make_commitment(
        cast.luis, owner=cast.ana, words="Call", meeting=meeting, by=cast.as_("luis")
    )
    mine = Commitment.objects.get(owner=cast.sam)

    page = client.get(door(cast.sam))
    client.post(door(cast.sam), {"promise": mine.public_id})
    other = client.post(door(cast.sam), {"promise": theirs.public_id})

    assert "Show the X-ray" in page.text
    assert other.status_code == 404
    done = Commitment.objects.exclude(done_at=None).values_list("words", flat=True)
    assert list(done) == ["Show the X-ray"]


def test_the_calendar_file_of_the_link(cast, client, meeting):
    answer = client.get(f"{door(cast.rosa)}?calendar")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"UID:{meeting.public_id}@" in answer.text
