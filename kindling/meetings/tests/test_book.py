"""A meeting is booked with the learning team, moved, called off."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.advisory.actions import name_substitute
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.meetings.actions import (
    ask_also,
    cancel_meeting,
    choose_leading,
    hold_meeting,
    move_meeting,
    settle_interpreter,
    take_off,
)
from kindling.meetings.models import Attendee, Meeting
from kindling.meetings.rules import visible_meetings
from kindling.meetings.tests.booked import at, attendee, book, told
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.placements.tests.factories import make_placement
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person, make_student


def names(meeting):
    rows = Attendee.objects.filter(meeting=meeting, off_at__isnull=True).select_related("person")
    return sorted((one.person.first, one.part) for one in rows)


def test_the_learning_team_is_asked(cast):
    make_placement(cast, cast.luis, cast.clinic)

    meeting = book(cast)

    assert names(meeting) == [
        ("Ana", "advisor"), ("Luis", "student"), ("Rosa", "guardian"), ("Sam", "mentor"),
    ]  # fmt: skip
    assert told("invited") == ["Ana", "Luis", "Rosa", "Sam"]
    assert attendee(meeting, cast.ana).answer == "coming"  # she booked it


def test_family_and_mentor_get_a_link_to_this_meeting_alone(cast):
    make_placement(cast, cast.luis, cast.clinic)

    meeting = book(cast)

    held = Pass.objects.filter(purpose="join_meeting").order_by("bearer__given_name")
    assert [(one.bearer.first, one.subjects) for one in held] == [
        ("Rosa", [meeting.public_id]), ("Sam", [meeting.public_id]),
    ]  # fmt: skip


def test_the_student_leads_from_the_grade_the_school_sets(cast):
    choose_leading(led_from_grade="201", by=cast.as_("dana"))

    assert book(cast, "luis").leader == cast.luis.person
    assert book(cast, "maya").leader == cast.ana
    choose_leading(led_from_grade="", by=cast.as_("dana"))
    assert book(cast, "luis", starts_at=at("2026-10-21 15:00")).leader == cast.ana


def test_a_student_books_with_their_advisor_always_there(cast):
    meeting = book(cast, "luis", by="luis", people=[cast.rosa])

    assert names(meeting) == [("Ana", "advisor"), ("Luis", "student"), ("Rosa", "guardian")]


def test_without_anybody_of_the_school_nothing_is_booked(cast):
    alone = make_student(cast.school, "Kim Lee", "101", "2012-01-01")
    cast.kim = alone

    with pytest.raises(Refused):
        book(cast, "kim", by="kim")

    assert Meeting.objects.count() == 0


def test_staff_beyond_the_team_are_asked_by_staff_only(cast):
    by_staff = book(cast, "luis", by="chen", people=[cast.priya])

    assert names(by_staff) == [
        ("Ana", "advisor"), ("Chen", "staff"), ("Luis", "student"), ("Priya", "staff"),
    ]  # fmt: skip
    by_student = book(cast, "luis", by="luis", people=[cast.priya, cast.tasha])
    assert names(by_student) == [("Ana", "advisor"), ("Luis", "student")]


@pytest.mark.parametrize("name", ["rosa", "sam", "maya", "liam", "otto", "priya"])
def test_others_book_nothing(cast, name):
    with pytest.raises(PermissionDenied):
        book(cast, "luis", by=name)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"starts_at": at("2026-10-13 08:00")}, "on"),
        ({"starts_at": at("2028-10-13 08:00")}, "on"),
        ({"minutes": 1}, "minutes"),
    ],
)
def test_a_time_that_is_none_is_refused(cast, facts, field):
    with pytest.raises(ValidationError) as wrong:
        book(cast, **facts)

    assert list(wrong.value.message_dict) == [field]


def test_a_new_time_asks_everybody_anew(cast):
    meeting = book(cast)
    Attendee.objects.update(answer="coming")

    move_meeting(
        meeting, starts_at=at("2026-10-21 16:00"), minutes=30, place="Room 4", by=cast.as_("luis")
    )

    meeting.refresh_from_db()
    assert (meeting.sequence, meeting.minutes, meeting.place) == (1, 30, "Room 4")
    assert [attendee(meeting, who).answer for who in (cast.ana, cast.rosa, cast.luis.person)] == [
        "", "", "coming",
    ]  # fmt: skip
    assert told("moved") == ["Ana", "Luis", "Rosa"]


def test_another_room_keeps_the_answers(cast):
    meeting = book(cast)
    Attendee.objects.update(answer="coming")

    move_meeting(
        meeting, starts_at=meeting.starts_at, minutes=45, place="Room 4", by=cast.as_("ana")
    )

    assert attendee(meeting, cast.rosa).answer == "coming"
    assert told("moved") == ["Ana", "Luis", "Rosa"]


def test_nothing_new_tells_nobody(cast):
    meeting = book(cast)

    move_meeting(
        meeting, starts_at=meeting.starts_at, minutes=45, place="Library", by=cast.as_("ana")
    )

    assert (meeting.sequence, told("moved")) == (0, [])


def test_called_off_it_leaves_the_calendars(cast):
    meeting = book(cast)

    cancel_meeting(meeting, "Ana is ill.", by=cast.as_("ana"))

    meeting.refresh_from_db()
    assert (meeting.state, meeting.sequence, meeting.reason) == ("cancelled", 1, "Ana is ill.")
    files = Notice.objects.filter(kind="meetings/cancelled").values_list("calendar", flat=True)
    assert [("METHOD:CANCEL" in one, "SEQUENCE:1" in one) for one in files] == [(True, True)] * 3
    with pytest.raises(Refused):
        cancel_meeting(meeting, by=cast.as_("ana"))
    with pytest.raises(Refused):
        move_meeting(meeting, starts_at=at("2026-10-22 09:00"), minutes=30, by=cast.as_("ana"))


def test_it_is_held_on_its_day(cast):
    today, later = book(cast, starts_at=at("2026-10-13 15:00")), book(cast)

    hold_meeting(today, by=cast.as_("luis"))

    assert today.state == "held"
    with pytest.raises(Refused):
        hold_meeting(later, by=cast.as_("luis"))


def test_an_interpreter_is_asked_for_and_comes(cast):
    meeting = book(cast, interpreter_language="Spanish")
    assert meeting.interpreter == "asked"

    settle_interpreter(meeting, language="Spanish", name="Eva", comes=True, by=cast.as_("ana"))
    assert (meeting.interpreter, meeting.interpreter_name) == ("confirmed", "Eva")

    settle_interpreter(meeting, language="", comes=False, by=cast.as_("ana"))
    assert (meeting.interpreter, meeting.interpreter_name) == ("", "")


def test_one_more_is_asked_and_one_no_longer(cast):
    meeting = book(cast)

    extra = ask_also(meeting, cast.priya, by=cast.as_("ana"))
    with pytest.raises(Refused):
        ask_also(meeting, cast.priya, by=cast.as_("ana"))
    take_off(extra, by=cast.as_("ana"))

    assert ("Priya", "staff") not in names(meeting)
    assert told("taken_off") == ["Priya"]
    ask_also(meeting, cast.priya, by=cast.as_("ana"))
    assert ("Priya", "staff") in names(meeting)


def test_the_last_of_the_school_stays(cast):
    meeting = book(cast)

    with pytest.raises(Refused):
        take_off(attendee(meeting, cast.ana), by=cast.as_("luis"))


def test_nobody_of_another_school_is_asked(cast):
    meeting = book(cast)

    with pytest.raises(PermissionDenied):
        ask_also(meeting, cast.otto, by=cast.as_("ana"))


def test_every_act_is_told(cast):
    book(cast)

    assert "meeting.book" in Event.objects.values_list("verb", flat=True)


def test_a_substitute_is_not_asked_and_reads_nothing(cast):
    kim = make_person(cast.school, "Kim Lee", Role.STAFF)
    span = {"since_on": date(2026, 10, 13), "until_on": date(2026, 10, 16)}
    name_substitute(cast.tide, kim, by=cast.as_("ana"), **span)

    meeting = book(cast)

    assert ("Kim", "advisor") not in names(meeting)
    viewer = Viewer.of_person(kim)
    assert list(visible_meetings(viewer)) == []
    ask_also(meeting, kim, by=cast.as_("ana"))
    assert list(visible_meetings(viewer)) == [meeting]
