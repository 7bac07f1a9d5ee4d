"""From "they said yes" to the first day."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.placements.actions import request_start, return_start, start_placement
from kindling.placements.models import Placement, PlannedDay, Pursuit
from kindling.placements.tests.factories import (
    TUESDAYS_AND_THURSDAYS,
    make_asked,
    make_placement,
    make_pursuit,
    make_ready,
)
from kindling.schools.roles import Role
from kindling.sites.models import Seat, SiteMentor
from tests.cast import FIRST_DAY, make_person

TODAY = date(2026, 10, 13)


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def plan(cast, **differs):
    usual = {
        "mentor": cast.sam,
        "starts_on": TODAY,
        "ends_on": None,
        "schedule": TUESDAYS_AND_THURSDAYS,
        "goals": "Handle animals.",
    }
    return usual | differs


def test_asking_to_start_gives_the_move_to_the_guides(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    Notice.objects.all().delete()

    request_start(pursuit, " Tuesdays, from 20 October. ", by=cast.as_("maya"))

    assert pursuit.state == "start_requested"
    assert pursuit.start_note == "Tuesdays, from 20 October."
    assert told() == [
        ("placements/wants_to_start", "Ana Reyes"),
        ("placements/wants_to_start", "Chen Wu"),
    ]


@pytest.mark.parametrize("name", ["jordan", "ana", "chen", "rosa", "otto"])
def test_only_the_student_asks_to_start(cast, name):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)

    with pytest.raises(PermissionDenied):
        request_start(pursuit, "Yes.", by=cast.as_(name))


def test_asking_needs_a_note_a_yes_and_time(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    with pytest.raises(ValidationError):
        request_start(pursuit, " ", by=cast.as_("maya"))
    Pursuit.objects.update(until_on=date(2026, 10, 12))
    pursuit.refresh_from_db()
    with pytest.raises(Refused):
        request_start(pursuit, "Yes.", by=cast.as_("maya"))
    with pytest.raises(Refused):
        request_start(make_asked(cast.luis, cast.clinic), "Yes.", by=cast.as_("luis"))


def test_sending_it_back_says_what_is_missing_and_leaves_a_week(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    Pursuit.objects.update(until_on=TODAY)
    pursuit.refresh_from_db()

    return_start(pursuit, "Which days?", by=cast.as_("ana"))

    assert (pursuit.state, pursuit.reason) == ("approved", "Which days?")
    assert pursuit.until_on == date(2026, 10, 20)
    assert told()[-1] == ("placements/wants_to_start", "Chen Wu")
    assert ("placements/returned", "Maya Santos") in told()


def test_sending_it_back_needs_a_reason_and_a_guide(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(ValidationError):
        return_start(pursuit, "", by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        return_start(pursuit, "No.", by=cast.as_("maya"))


@pytest.mark.parametrize("name", ["ana", "chen", "dana"])
def test_starting_makes_the_internship_and_its_days(cast, name):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    end = date(2026, 12, 18)

    placement = start_placement(pursuit, **plan(cast, ends_on=end), by=cast.as_(name))

    assert (placement.state, pursuit.state) == ("active", "landed")
    assert (placement.student, placement.site) == (cast.maya, cast.shelter.site)
    days = PlannedDay.objects.order_by("weekday").values_list(
        "weekday", "starts_at", "ends_at", "since_on", "until_on"
    )
    assert list(days) == [
        (1, time(9), time(14), TODAY, end),
        (3, time(9), time(14), TODAY, end),
    ]
    assert Event.objects.get(verb="placement.start").detail == {
        "pursuit": pursuit.public_id,
        "plan": ["1 09:00-14:00", "3 09:00-14:00"],
    }


def test_the_seat_stays_taken(cast):
    make_placement(cast, cast.maya, cast.shelter)

    assert Seat.objects.get(opportunity=cast.shelter).is_taken is True


def test_the_mentor_works_with_the_student_from_now_on(cast):
    make_placement(cast, cast.maya, cast.shelter, starts_on=date(2026, 11, 3))

    connection = Connection.objects.get(adult=cast.sam)
    assert (connection.student, connection.role) == (cast.maya, Role.MENTOR)
    assert connection.since_on == TODAY


def test_student_mentor_and_coordinator_are_told(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    Notice.objects.all().delete()

    start_placement(pursuit, **plan(cast), by=cast.as_("ana"))

    assert told() == [
        ("placements/started", "Chen Wu"),
        ("placements/started", "Maya Santos"),
        ("placements/welcome_mentor", "Sam Ito"),
    ]
    letter = Notice.objects.get(person=cast.sam)
    assert letter.subject == "Maya Santos starts with you on Tuesday 13 October"


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "liam", "otto"])
def test_nobody_else_starts_it(cast, name):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(PermissionDenied):
        start_placement(pursuit, **plan(cast), by=cast.as_(name))


def test_starting_twice_makes_one_internship(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    twin = Pursuit.objects.get(pk=pursuit.pk)
    start_placement(pursuit, **plan(cast), by=cast.as_("ana"))

    with pytest.raises(Refused):
        start_placement(twin, **plan(cast), by=cast.as_("chen"))

    assert Placement.objects.count() == 1
    assert PlannedDay.objects.count() == 2


NINE, TWO = time(9), time(14)


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"schedule": []}, "schedule"),
        ({"schedule": [(1, NINE, TWO), (1, TWO, time(15))]}, "schedule"),
        ({"schedule": [(7, NINE, TWO)]}, "schedule"),
        ({"schedule": [(-1, NINE, TWO)]}, "schedule"),
        ({"schedule": [(1, TWO, NINE)]}, "schedule"),
        ({"schedule": [(1, NINE, NINE)]}, "schedule"),
        ({"starts_on": date(2026, 8, 13)}, "starts_on"),
        ({"starts_on": date(2028, 8, 13)}, "starts_on"),
        ({"ends_on": date(2026, 10, 12)}, "ends_on"),
    ],
)
def test_what_is_no_plan(cast, differs, field):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(ValidationError) as caught:
        start_placement(pursuit, **plan(cast, **differs), by=cast.as_("ana"))

    assert list(caught.value.message_dict) == [field]
    assert (Pursuit.objects.get().state, Placement.objects.count()) == ("start_requested", 0)


@pytest.mark.parametrize("who", ["tasha", "rosa", "otto", "elsewhere", "former"])
def test_the_mentor_is_one_of_the_sites(cast, who):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    someone = getattr(cast, who, None) or make_person(
        cast.school, "Mo Stone", Role.MENTOR, user=False
    )
    if who in ("elsewhere", "former"):
        SiteMentor.objects.create(
            school=cast.school,
            site=(cast.clinic if who == "elsewhere" else cast.shelter).site,
            person=someone,
            since_on=FIRST_DAY,
            until_on=date(2026, 10, 12) if who == "former" else None,
        )

    with pytest.raises(ValidationError) as caught:
        start_placement(pursuit, **plan(cast, mentor=someone), by=cast.as_("ana"))

    assert list(caught.value.message_dict) == ["mentor"]
