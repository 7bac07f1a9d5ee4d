"""One seat, one student: whoever comes second is told."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.sites.actions import free_seat, take_seat


def test_taking_the_last_seat_leaves_none(cast):
    seat = take_seat(cast.clinic, by=cast.as_("chen"))

    assert (seat.number, seat.is_taken) == (1, True)
    assert cast.clinic.count_free_seats() == 0
    assert [e.verb for e in Event.objects.filter(subject_id=seat.public_id)] == ["seat.take"]


def test_whoever_comes_second_is_refused_and_told(cast):
    take_seat(cast.clinic, by=cast.as_("chen"))

    with pytest.raises(Refused, match="No seat is free at Animal care assistant any more"):
        take_seat(cast.clinic, by=cast.as_("chen"))


def test_a_seat_that_is_not_offered_is_never_taken(cast):
    cast.clinic.seats.update(is_offered=False)

    with pytest.raises(Refused):
        take_seat(cast.clinic, by=cast.as_("chen"))


def test_a_freed_seat_can_be_taken_again(cast):
    seat = take_seat(cast.clinic, by=cast.as_("chen"))

    free_seat(seat, by=cast.as_("chen"))
    free_seat(seat, by=cast.as_("chen"))

    assert take_seat(cast.clinic, by=cast.as_("chen")) == seat
    verbs = Event.objects.filter(subject_id=seat.public_id).order_by("pk")
    assert [e.verb for e in verbs] == ["seat.take", "seat.free", "seat.take"]


def test_nobody_takes_a_seat_at_another_school(cast):
    with pytest.raises(PermissionDenied):
        take_seat(cast.clinic, by=cast.as_("otto"))
