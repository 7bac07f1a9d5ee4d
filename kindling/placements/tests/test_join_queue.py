"""A place whose seats are taken: who waits, and who is next."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.placements.actions import (
    approve_pursuit,
    change_policy,
    end_placement,
    join_queue,
    queue_pursuit,
    request_pursuit,
)
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_placement, make_pursuit
from kindling.placements.tests.lines import join, later, line, told
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat
from tests.cast import make_place, make_student

HOME = "/harbor-view"


def test_a_student_joins_the_queue_of_a_place_that_is_taken(cast, taken):
    pursuit = join(cast.luis, cast.shelter)

    assert (pursuit.state, pursuit.why, pursuit.seat) == ("queued", "I like dogs.", None)
    assert line(cast.shelter) == [("Luis", "Has had no internship yet.")]


def test_nobody_waits_where_a_seat_is_free(cast):
    with pytest.raises(Refused, match="A seat is free at Shelter helper"):
        join(cast.luis, cast.shelter)


def test_waiting_needs_a_reason_and_a_place_that_takes_students(cast, taken):
    with pytest.raises(ValidationError):
        join_queue(cast.luis, cast.shelter, "  ", by=cast.as_("luis"))
    Opportunity.objects.filter(pk=cast.shelter.pk).update(state="closed")
    cast.shelter.refresh_from_db()
    with pytest.raises(Refused, match="Closed"):
        join(cast.luis, cast.shelter)

    assert Pursuit.objects.count() == 1


def test_a_young_student_does_not_wait_for_a_place_for_older_ones(cast):
    make_pursuit(cast, cast.luis, cast.clinic)

    with pytest.raises(Refused, match="16 and older"):
        join(cast.maya, cast.clinic)


def test_joining_twice_is_refused_with_a_sentence(cast, taken):
    join(cast.luis, cast.shelter)

    with pytest.raises(Refused, match="You wait for Shelter helper already"):
        join(cast.luis, cast.shelter)


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "maya", "otto"])
def test_only_the_student_joins(cast, taken, name):
    with pytest.raises(PermissionDenied):
        join_queue(cast.luis, cast.shelter, "Dogs.", by=cast.as_(name))


def test_who_had_no_internship_is_before_who_had_one_and_who_has_one_is_last(cast):
    """Not who was faster: Jordan joined last and is first."""
    place = make_place(cast.school, "Corner Bakery", "Baker")
    make_pursuit(cast, cast.maya, place)
    end_placement(make_placement(cast, cast.luis, cast.shelter), "Moved.", by=cast.as_("ana"))
    nora = make_student(cast.school, "Nora Bell", "301", date(2008, 1, 1))
    connect(nora, cast.ana, Role.ADVISOR, by=Viewer.system(cast.school))
    make_placement(cast, nora, cast.clinic)
    for student in (nora, cast.luis, cast.jordan):
        join(student, place)

    assert line(place) == [
        ("Jordan", "Has had no internship yet."),
        ("Luis", "Last internship until Tuesday 13 October 2026."),
        ("Nora", "Has an internship now."),
    ]


def test_a_school_may_choose_first_come(cast, taken):
    change_policy(order="first", by=cast.as_("chen"))
    make_placement(cast, cast.luis, cast.clinic)
    join(cast.luis, cast.shelter)
    with later("2026-10-13T15:00Z"):
        join(cast.jordan, cast.shelter)

    assert line(cast.shelter) == [
        ("Luis", "In the queue since Tuesday 13 October."),
        ("Jordan", "In the queue since Tuesday 13 October."),
    ]


def test_two_siblings_for_one_seat_the_second_waits_since_the_day_it_was_asked(cast):
    """The coordinator reads both requests; one gets the seat, nothing of the other is lost."""
    twin = make_student(cast.school, "Mario Santos", "101", date(2012, 3, 2))
    first = make_asked(cast.maya, cast.shelter)
    second = make_asked(twin, cast.shelter)
    approve_pursuit(first, by=cast.as_("chen"))

    with pytest.raises(Refused, match="Put the request in the queue"):
        approve_pursuit(second, by=cast.as_("chen"))
    second.refresh_from_db()
    assert (second.state, second.seat) == ("requested", None)
    queue_pursuit(second, by=cast.as_("chen"))

    assert (second.state, second.queued_at) == ("queued", second.created_at)
    assert told()[-1] == ("placements/queued", "Mario Santos")


def test_the_queue_counts_towards_no_limit(cast, taken):
    for n in range(3):
        place = make_place(cast.school, f"Site {n}", f"Place {n}")
        request_pursuit(cast.maya, place, "Yes.", by=cast.as_("maya")) if n == 0 else None
        Seat.objects.filter(opportunity=place).update(is_taken=True)
        join(cast.luis, place)

    assert Pursuit.objects.filter(student=cast.luis).in_line().count() == 3
    assert make_asked(cast.luis, cast.clinic).state == "requested"
