"""A student asks to go after a place."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.placements.actions import approve_pursuit, request_pursuit, withdraw_pursuit
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_pursuit
from kindling.sites.models import Opportunity, Seat
from tests.cast import make_place


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def test_asking_tells_the_coordinator_and_holds_no_seat(cast):
    pursuit = request_pursuit(cast.maya, cast.shelter, " I like dogs. ", by=cast.as_("maya"))

    assert (pursuit.state, pursuit.why, pursuit.seat) == ("requested", "I like dogs.", None)
    assert Seat.objects.filter(is_taken=True).count() == 0
    assert told() == [("placements/asked", "Chen Wu")]
    event = Event.objects.get(verb="pursuit.request")
    assert (event.subject_id, event.by) == (pursuit.public_id, cast.maya.person)


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "jordan", "otto", "sam"])
def test_only_the_student_asks(cast, name):
    with pytest.raises(PermissionDenied):
        request_pursuit(cast.maya, cast.shelter, "For her.", by=cast.as_(name))

    assert Pursuit.objects.count() == 0


def test_a_place_of_another_school_is_none(cast):
    elsewhere = make_place(cast.north, "North Kennel", "Kennel help")

    with pytest.raises(PermissionDenied):
        request_pursuit(cast.maya, elsewhere, "I like dogs.", by=cast.as_("maya"))


def test_who_left_asks_no_more(cast):
    viewer = cast.as_("maya")
    cast.maya.state = Student.State.WITHDRAWN

    with pytest.raises(PermissionDenied):
        request_pursuit(cast.maya, cast.shelter, "I like dogs.", by=viewer)


def test_a_reason_is_needed(cast):
    with pytest.raises(ValidationError) as caught:
        request_pursuit(cast.maya, cast.shelter, "  ", by=cast.as_("maya"))

    assert list(caught.value.message_dict) == ["why"]


def test_too_young_says_from_when(cast):
    with pytest.raises(Refused) as caught:
        request_pursuit(cast.jordan, cast.clinic, "I like cats.", by=cast.as_("jordan"))

    assert str(caught.value) == (
        "For students of 16 and older. You can ask from Tuesday 20 October 2026."
    )


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("paused", "Paused for now."), ("closed", "Closed. It takes no more students.")],
)
def test_a_place_that_takes_nobody_says_so(cast, state, sentence):
    Opportunity.objects.filter(pk=cast.shelter.pk).update(state=state)
    cast.shelter.refresh_from_db()

    with pytest.raises(Refused) as caught:
        make_asked(cast.maya, cast.shelter)

    assert str(caught.value) == sentence


def test_a_full_place_says_so(cast):
    make_pursuit(cast, cast.luis, cast.shelter)

    with pytest.raises(Refused) as caught:
        make_asked(cast.maya, cast.shelter)

    assert str(caught.value) == "Full. Someone learns here now."


def test_the_same_place_twice_is_one_pursuit(cast):
    make_asked(cast.maya, cast.shelter)

    with pytest.raises(Refused) as caught:
        make_asked(cast.maya, cast.shelter)

    assert str(caught.value) == (
        "You already asked for Shelter helper. Find it under your pursuits."
    )
    assert Pursuit.objects.count() == 1


def test_who_holds_the_last_seat_reads_that_and_not_that_it_is_full(cast):
    make_pursuit(cast, cast.maya, cast.shelter)

    with pytest.raises(Refused) as caught:
        make_asked(cast.maya, cast.shelter)

    assert str(caught.value).startswith("You already asked for Shelter helper.")


def test_no_more_at_once_than_the_school_allows(cast):
    for number in range(2):
        make_asked(cast.maya, make_place(cast.school, f"Place {number}", f"Helper {number}"))

    with pytest.raises(Refused) as caught:
        make_asked(cast.maya, cast.shelter)

    assert str(caught.value) == (
        "You go after 2 places already. Take one back first, or wait until it is decided."
    )


def test_one_that_ended_can_be_asked_for_again(cast):
    withdraw_pursuit(make_asked(cast.maya, cast.shelter), by=cast.as_("maya"))

    make_asked(cast.maya, cast.shelter)

    assert sorted(Pursuit.objects.values_list("state", flat=True)) == ["requested", "withdrawn"]


def test_the_race_of_a_double_tap_is_decided_by_the_database(cast, monkeypatch):
    make_asked(cast.maya, cast.shelter)
    monkeypatch.setattr(
        "kindling.placements.actions.requesting.hindrance_of", lambda student, place, school: ""
    )

    with pytest.raises(Refused):
        make_asked(cast.maya, cast.shelter)

    assert Pursuit.objects.count() == 1


def test_taking_it_back_opens_the_seat_and_tells_the_advisor(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    Notice.objects.all().delete()

    withdraw_pursuit(pursuit, "Too far.", by=cast.as_("maya"))

    assert (pursuit.state, pursuit.reason) == ("withdrawn", "Too far.")
    assert Seat.objects.filter(is_taken=True).count() == 0
    assert told() == [("placements/withdrawn", "Ana Reyes")]


def test_an_advisor_takes_it_back_for_a_student_who_is_told(cast):
    pursuit = make_asked(cast.maya, cast.shelter)
    Notice.objects.all().delete()

    withdraw_pursuit(pursuit, by=cast.as_("ana"))

    assert told() == [("placements/withdrawn", "Maya Santos")]


@pytest.mark.parametrize("name", ["jordan", "rosa", "priya", "otto"])
def test_others_do_not_take_it_back(cast, name):
    pursuit = make_asked(cast.maya, cast.shelter)

    with pytest.raises(PermissionDenied):
        withdraw_pursuit(pursuit, by=cast.as_(name))


def test_taking_it_back_twice_is_refused(cast):
    pursuit = make_asked(cast.maya, cast.shelter)
    twin = Pursuit.objects.get(pk=pursuit.pk)
    withdraw_pursuit(pursuit, by=cast.as_("maya"))

    with pytest.raises(Refused):
        withdraw_pursuit(twin, by=cast.as_("maya"))


def test_the_seat_of_who_took_it_back_goes_to_the_next(cast):
    first = make_pursuit(cast, cast.maya, cast.shelter)
    withdraw_pursuit(first, by=cast.as_("maya"))

    second = make_asked(cast.luis, cast.shelter)
    approve_pursuit(second, by=cast.as_("chen"))

    assert second.seat == first.seat
