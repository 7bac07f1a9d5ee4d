"""The coordinator says: go ahead, until this day. That takes the seat."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import approve_pursuit
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_pursuit
from kindling.sites.models import Opportunity, Seat
from tests.cast import make_place

FULL = "No seat is free at Shelter helper now. Put the request in the queue, or say not now."


@pytest.fixture
def asked(cast):
    return make_asked(cast.maya, cast.shelter)


def test_approving_takes_the_seat_until_a_day(cast, asked):
    approve_pursuit(asked, by=cast.as_("chen"))

    seat = Seat.objects.get(opportunity=cast.shelter)
    assert (asked.state, asked.seat, seat.is_taken) == ("approved", seat, True)
    assert (asked.approved_on, asked.until_on) == (date(2026, 10, 13), date(2026, 11, 3))
    event = Event.objects.get(verb="pursuit.approve")
    assert event.detail == {"was": "requested", "now": "approved", "until_on": "2026-11-03"}


def test_approving_tells_the_student_and_the_advisor(cast, asked):
    Notice.objects.all().delete()

    approve_pursuit(asked, date(2026, 10, 30), by=cast.as_("chen"))

    told = {n.person.name: n for n in Notice.objects.all()}
    assert sorted(told) == ["Ana Reyes", "Maya Santos"]
    assert told["Maya Santos"].url == f"/harbor-view/pursuits/{asked.public_id}/"
    assert "until Friday 30 October" in told["Maya Santos"].body
    assert "Maya Santos may go after Shelter helper" in told["Ana Reyes"].body


@pytest.mark.parametrize("name", ["maya", "ana", "priya", "rosa", "otto", "sam"])
def test_nobody_else_approves(cast, asked, name):
    with pytest.raises(PermissionDenied):
        approve_pursuit(asked, by=cast.as_(name))

    assert Seat.objects.filter(is_taken=True).count() == 0


@pytest.mark.parametrize("day", [date(2026, 10, 12), date(2027, 10, 15)])
def test_a_day_that_passed_or_lies_far_off_is_a_slip(cast, asked, day):
    with pytest.raises(ValidationError) as caught:
        approve_pursuit(asked, day, by=cast.as_("chen"))

    assert list(caught.value.message_dict) == ["until_on"]
    assert Seat.objects.filter(is_taken=True).count() == 0


def test_today_is_a_day(cast, asked):
    approve_pursuit(asked, date(2026, 10, 13), by=cast.as_("chen"))

    assert asked.days_left(cast.school.today()) == 0


def test_approving_twice_is_refused_and_takes_no_second_seat(cast):
    place = make_place(cast.school, "Two Seats", "Helper", capacity=2)
    pursuit = make_asked(cast.maya, place)
    twin = Pursuit.objects.get(pk=pursuit.pk)
    approve_pursuit(pursuit, by=cast.as_("chen"))

    with pytest.raises(Refused):
        approve_pursuit(twin, by=cast.as_("chen"))

    assert place.seats.filter(is_taken=True).count() == 1


def test_the_second_for_one_seat_is_told(cast, asked):
    second = make_asked(cast.luis, cast.shelter)
    approve_pursuit(asked, by=cast.as_("chen"))

    with pytest.raises(Refused) as caught:
        approve_pursuit(second, by=cast.as_("chen"))

    second.refresh_from_db()
    assert str(caught.value) == FULL
    assert (second.state, second.seat) == ("requested", None)


def test_two_seats_are_for_two(cast):
    place = make_place(cast.school, "Two Seats", "Helper", capacity=2)

    seats = {make_pursuit(cast, who, place).seat.number for who in (cast.maya, cast.luis)}

    assert seats == {1, 2}


def test_a_seat_marked_free_by_mistake_is_still_one_persons(cast, asked):
    """The constraint decides, whatever the mark on the seat says."""
    second = make_asked(cast.luis, cast.shelter)
    approve_pursuit(asked, by=cast.as_("chen"))
    Seat.objects.update(is_taken=False)

    with pytest.raises(Refused) as caught:
        approve_pursuit(second, by=cast.as_("chen"))

    second.refresh_from_db()
    assert str(caught.value) == "Someone else was just given the seat at Shelter helper."
    assert second.state == "requested"
    assert Seat.objects.filter(is_taken=True).count() == 0


def test_the_database_lets_no_two_live_pursuits_hold_one_seat(cast, asked):
    approve_pursuit(asked, by=cast.as_("chen"))
    second = make_asked(cast.luis, make_place(cast.school, "Other", "Other"))

    with pytest.raises(IntegrityError), transaction.atomic():
        Pursuit.objects.filter(pk=second.pk).update(state="approved", seat=asked.seat)


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_a_place_that_takes_nobody_now_is_opened_first(cast, asked, state):
    Opportunity.objects.update(state=state)
    asked.opportunity.refresh_from_db()

    with pytest.raises(Refused) as caught:
        approve_pursuit(asked, by=cast.as_("chen"))

    assert str(caught.value) == (
        "Shelter helper takes no students now. Open it first, then approve."
    )


def post(client, pursuit, **differs):
    said = {"until_on": "2026-10-30"} | differs
    return client.post(f"/harbor-view/pursuits/{pursuit.public_id}/approve/", said)


def test_the_button_on_the_page(client_of, asked):
    answer = post(client_of("chen"), asked)

    asked.refresh_from_db()
    assert (answer.status_code, asked.state) == (302, "approved")
    assert answer.url == f"/harbor-view/pursuits/{asked.public_id}/"
    assert asked.until_on == date(2026, 10, 30)


def test_the_button_in_the_list_leads_back_to_the_list(client_of, asked):
    answer = post(client_of("chen"), asked, part="row")

    assert (answer.status_code, answer.url) == (302, "/harbor-view/pursuits/")


def test_the_button_in_the_list_swaps_its_card(client_of, asked):
    answer = client_of("chen").post(
        f"/harbor-view/pursuits/{asked.public_id}/approve/",
        {"until_on": "2026-10-30", "part": "row"},
        headers={"HX-Request-Type": "partial"},
    )

    assert answer.status_code == 200
    assert f'id="request-{asked.public_id}"' in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize("part", ["row", ""])
@pytest.mark.parametrize("partial", [{}, {"HX-Request-Type": "partial"}])
def test_a_wrong_day_is_said_and_nothing_saved(client_of, asked, part, partial):
    answer = client_of("chen").post(
        f"/harbor-view/pursuits/{asked.public_id}/approve/",
        {"until_on": "2026-10-01", "part": part},
        headers=partial,
    )

    asked.refresh_from_db()
    assert (answer.status_code, asked.state) == (422, "requested")
    assert "Choose today or a later day." in answer.text


def test_approving_twice_is_a_409(client_of, asked):
    client = client_of("chen")
    post(client, asked)

    assert post(client, asked).status_code == 409


def test_the_doors(client_of, asked):
    names = ["maya", "jordan", "ana", "rosa", "priya", "otto"]
    found = {name: post(client_of(name), asked).status_code for name in names}

    assert found == {
        "maya": 403,
        "jordan": 404,
        "ana": 403,
        "rosa": 404,
        "priya": 403,
        "otto": 404,
    }
