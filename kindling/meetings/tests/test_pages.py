"""The pages: who opens them, what they cost, what they refuse."""

from __future__ import annotations

import pytest

from kindling.meetings.actions import cancel_meeting, make_commitment
from kindling.meetings.models import Commitment, Meeting
from kindling.meetings.tests.booked import at, attendee, book

HERE = "/harbor-view/meetings/"


def page_of(meeting) -> str:
    return f"{HERE}{meeting.public_id}/"


@pytest.mark.parametrize("name", ["ana", "luis", "rosa", "chen", "dana", "priya"])
def test_the_team_and_leaders_read_it(cast, client_of, name):
    meeting = book(cast)

    page = client_of(name).get(page_of(meeting))

    assert page.status_code == 200
    assert "What went well since the last plan?" in page.text


@pytest.mark.parametrize("name", ["maya", "jordan", "liam", "tasha"])
def test_others_find_nothing(cast, client_of, name):
    meeting = book(cast)

    assert client_of(name).get(page_of(meeting)).status_code in {403, 404}
    assert "Luis" not in client_of(name).get(HERE).text


def test_a_guardian_reads_only_what_they_are_invited_to(cast, client_of):
    meeting = book(cast, people=[])

    assert client_of("rosa").get(page_of(meeting)).status_code == 404


def test_nobody_of_another_school(cast, client_of):
    meeting = book(cast)

    client = client_of("otto")

    assert client.get(page_of(meeting)).status_code == 404
    assert client.get(f"/northgate/meetings/{meeting.public_id}/").status_code == 404


def test_booked_from_the_form(cast, client_of):
    client = client_of("luis")
    facts = {
        "kind": "plan", "on": "2026-10-20", "at": "15:00", "minutes": "45", "place": "Library",
        "people": [cast.rosa.public_id], "interpreter_language": "Spanish",
    }  # fmt: skip

    form = client.get(f"{HERE}book/{cast.luis.public_id}/")
    client.post(f"{HERE}book/{cast.luis.public_id}/", facts)

    meeting = Meeting.objects.get()
    assert 'value="Spanish"' in form.text  # Rosa reads it
    assert (meeting.starts_at, meeting.place, meeting.minutes) == (
        at("2026-10-20 15:00"), "Library", 45,
    )  # fmt: skip


def test_a_wrong_form_is_shown_again(cast, client_of):
    client = client_of("ana")
    facts = {"kind": "other", "on": "2026-10-01", "at": "15:00", "minutes": "45"}

    page = client.post(f"{HERE}book/{cast.luis.public_id}/", facts)

    assert page.status_code == 422
    assert "Give the meeting a name." in page.text
    assert Meeting.objects.count() == 0


def test_each_answers_for_themselves(cast, client_of):
    meeting = book(cast)
    mine, theirs = attendee(meeting, cast.luis.person), attendee(meeting, cast.rosa)
    client = client_of("luis")

    done = client.post(f"{HERE}places/{mine.public_id}/answer/", {"coming": "yes"})
    other = client.post(f"{HERE}places/{theirs.public_id}/answer/", {"coming": "yes"})

    assert (done.status_code, other.status_code) == (302, 403)
    assert attendee(meeting, cast.luis.person).answer == "coming"
    assert attendee(meeting, cast.rosa).answer == ""


def test_over_is_over(cast, client_of):
    meeting = book(cast)
    cancel_meeting(meeting, by=cast.as_("ana"))
    mine = attendee(meeting, cast.luis.person)

    page = client_of("luis").post(f"{HERE}places/{mine.public_id}/answer/", {"coming": "yes"})

    assert page.status_code == 409


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_more_promises(
    cast, client_of, django_assert_num_queries, count
):
    meeting = book(cast)
    for number in range(count):
        make_commitment(
            cast.luis, owner=cast.ana, words=f"Call {number}", meeting=meeting, by=cast.as_("ana")
        )
    client = client_of("ana")

    with django_assert_num_queries(11):
        client.get(page_of(meeting))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more_meetings(
    cast, client_of, django_assert_num_queries, count
):
    for number in range(count):
        meeting = book(cast, starts_at=at(f"2026-10-2{number} 15:00"))
        make_commitment(
            cast.luis, owner=cast.luis.person, words="Read", meeting=meeting, by=cast.as_("luis")
        )
    client = client_of("luis")

    with django_assert_num_queries(5):
        client.get(HERE)


def test_the_calendar_file(cast, client_of):
    meeting = book(cast)

    answer = client_of("luis").get(f"{page_of(meeting)}calendar/")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20261020T190000Z\r\n" in answer.text
    assert "METHOD:PUBLISH\r\n" in answer.text


def test_a_promise_is_made_and_kept(cast, client_of):
    meeting = book(cast)
    client = client_of("luis")

    client.post(
        f"{page_of(meeting)}promise/",
        {"words": "Send my draft", "owner": cast.luis.person.public_id, "due_on": "2026-10-27"},
    )
    promise = Commitment.objects.get()
    client.post(f"{HERE}promises/{promise.public_id}/keep/")

    promise.refresh_from_db()
    assert (promise.words, promise.done_at is not None) == ("Send my draft", True)
