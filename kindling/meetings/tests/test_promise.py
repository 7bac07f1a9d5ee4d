"""Promises: who may make and keep them, and when the clock says something."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.meetings.actions import (
    drop_commitment,
    keep_commitment,
    make_commitment,
    remind_of,
    reopen_commitment,
)
from kindling.meetings.models import Commitment
from kindling.meetings.queries.lists import meeting_line, next_meetings, open_commitments
from kindling.meetings.queries.waits import waits
from kindling.meetings.tests.booked import at, book, told
from kindling.schools.inside import inside


def promise(cast, *, by="luis", owner=None, due_on=date(2026, 10, 20), **facts) -> Commitment:
    usual = {"words": "Call the zoo", "owner": owner or cast.luis.person, "due_on": due_on}
    return make_commitment(cast.luis, by=cast.as_(by), **{**usual, **facts})


@pytest.mark.parametrize("name", ["luis", "ana", "chen", "dana"])
def test_student_and_guides_write_promises(cast, name):
    assert promise(cast, by=name).owner == cast.luis.person


@pytest.mark.parametrize("name", ["rosa", "maya", "priya", "liam", "otto"])
def test_others_do_not(cast, name):
    with pytest.raises(PermissionDenied):
        promise(cast, by=name)


def test_nobody_from_outside_the_team_promises(cast):
    for stranger in (cast.tasha, cast.maya.person, cast.otto):
        with pytest.raises(PermissionDenied):
            promise(cast, owner=stranger)


@pytest.mark.parametrize("facts", [{"words": "  "}, {"due_on": date(2026, 10, 12)}])
def test_an_empty_promise_or_an_old_day_is_none(cast, facts):
    with pytest.raises(ValidationError):
        promise(cast, **facts)


def test_done_twice_is_done_once_and_can_be_opened_again(cast):
    made = promise(cast)

    assert keep_commitment(made, by=cast.as_("luis")) is True
    assert keep_commitment(made, by=cast.as_("ana")) is False
    reopen_commitment(made, by=cast.as_("ana"))

    made.refresh_from_db()
    assert made.done_at is None


def test_the_owner_keeps_their_own(cast):
    meeting = book(cast)
    made = promise(cast, owner=cast.rosa, meeting=meeting)

    keep_commitment(made, by=cast.as_("rosa"))

    with pytest.raises(PermissionDenied):
        keep_commitment(promise(cast, meeting=meeting), by=cast.as_("rosa"))


def test_a_mistake_is_taken_off_while_it_is_open(cast):
    drop_commitment(promise(cast), by=cast.as_("luis"))
    done = promise(cast)
    keep_commitment(done, by=cast.as_("luis"))

    with pytest.raises(Refused):
        drop_commitment(done, by=cast.as_("luis"))
    assert Commitment.objects.count() == 1


def test_each_owner_is_reminded_once_on_the_day(cast):
    promise(cast)
    promise(cast, owner=cast.ana, due_on=None)

    assert remind_of(cast.school) == (0, 0)
    with time_machine.travel(at("2026-10-20 08:00")):
        assert [remind_of(cast.school), remind_of(cast.school)] == [(0, 1), (0, 0)]
    assert told("promised") == ["Luis"]


def test_the_day_before_a_meeting_who_said_no_hears_nothing(cast):
    meeting = book(cast)
    meeting.attendees.filter(person=cast.rosa).update(answer="not_coming")

    with time_machine.travel(at("2026-10-19 15:00")):
        assert [remind_of(cast.school), remind_of(cast.school)] == [(1, 0), (0, 0)]

    assert told("reminder") == ["Ana", "Luis"]


def test_what_waits(cast, django_assert_num_queries):
    meeting = book(cast, interpreter_language="Spanish")
    owed = promise(cast, due_on=date(2026, 10, 13))
    book(cast, "jordan", starts_at=at("2026-10-22 09:00"))

    with inside(cast.school):
        by = cast.as_("luis")
        with django_assert_num_queries(2):
            luis = waits(by)

        assert [one.key for one in luis] == [
            f"meeting.answer:{meeting.public_id}", f"promise.keep:{owed.public_id}",
        ]  # fmt: skip
        assert [one.kind for one in waits(cast.as_("ana"))] == ["meeting.interpreter"]
        assert waits(cast.as_("otto")) == []
        with time_machine.travel(at("2026-10-20 17:00")):
            kinds = [one.kind for one in waits(cast.as_("ana"))]
        assert kinds == ["meeting.hold"]


def test_lines_for_today_and_the_students_page(cast, django_assert_num_queries):
    soon, later = book(cast, starts_at=at("2026-10-13 15:00")), book(cast)
    promise(cast, meeting=later)

    by = cast.as_("luis")
    with inside(cast.school), django_assert_num_queries(1):
        lines = next_meetings(by)
    line = meeting_line(cast.as_("ana"), cast.luis)

    assert [(one.meeting, one.is_today, one.needs_answer) for one in lines] == [
        (soon, True, True), (later, False, True),
    ]  # fmt: skip
    assert (line.next_meeting, line.open_promises, line.overdue) == (soon, 1, 0)
    assert list(open_commitments(cast.as_("otto"), cast.luis)) == []


def test_what_was_promised_without_a_meeting_is_not_for_every_leader(cast):
    promise(cast, words="Call your aunt")
    promise(cast, by="dana", words="Bring the form")
    promise(cast, meeting=book(cast), words="Read the plan")

    names = ("luis", "ana", "dana", "chen", "rosa", "otto")
    seen = {
        name: [one.words for one in open_commitments(cast.as_(name), cast.luis)] for name in names
    }

    every = ["Call your aunt", "Bring the form", "Read the plan"]
    assert seen == {
        "luis": every, "ana": every, "dana": every[1:],
        "chen": every[2:], "rosa": every[2:],  # who is at the meeting, and leads the school
        "otto": [],
    }  # fmt: skip
