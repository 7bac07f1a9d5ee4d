"""What becomes of a seat that opens: offered to the next, taken, or passed on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import (
    accept_offer,
    approve_pursuit,
    decline_pursuit,
    end_everything,
    end_placement,
    mind_queues,
    withdraw_pursuit,
)
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_placement
from kindling.placements.tests.lines import held, join, later, told
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat
from tests.cast import make_place

HOME = "/harbor-view"


def test_a_seat_that_is_taken_back_is_offered_to_the_next(cast, taken):
    waiting = join(cast.luis, cast.shelter)
    Notice.objects.all().delete()

    withdraw_pursuit(taken, by=cast.as_("maya"))

    waiting.refresh_from_db()
    assert (waiting.state, waiting.seat) == ("offered", taken.seat)
    assert waiting.until_on == date(2026, 10, 15)  # two school days
    assert ("placements/offered", "Luis Diaz") in told()
    assert held() == [["offered"]]


def test_an_internship_that_ends_and_a_no_to_a_kept_seat_offer_it_too(cast):
    placement = make_placement(cast, cast.luis, cast.shelter)
    waiting = join(cast.jordan, cast.shelter)
    end_placement(placement, "Done.", by=cast.as_("ana"))
    waiting.refresh_from_db()
    accept_offer(waiting, by=cast.as_("jordan"))
    behind = join(cast.maya, cast.shelter)

    decline_pursuit(waiting, "Not on Thursdays.", by=cast.as_("chen"))

    behind.refresh_from_db()
    assert (waiting.state, behind.state) == ("declined", "offered")
    assert held() == [["offered"]]


def test_an_offer_over_the_weekend_lasts_two_school_days(cast, taken):
    waiting = join(cast.luis, cast.shelter)
    with later("2026-10-16T18:00Z"):  # a Friday
        withdraw_pursuit(taken, by=cast.as_("maya"))

    waiting.refresh_from_db()
    assert waiting.until_on == date(2026, 10, 20)


def test_yes_keeps_the_seat_until_the_coordinator_decides(cast, taken):
    waiting = join(cast.luis, cast.shelter)
    withdraw_pursuit(taken, by=cast.as_("maya"))
    waiting.refresh_from_db()

    accept_offer(waiting, by=cast.as_("luis"))

    assert (waiting.state, waiting.seat, waiting.until_on) == ("requested", taken.seat, None)
    with pytest.raises(Refused, match="Full"):
        make_asked(cast.jordan, cast.shelter)
    approve_pursuit(waiting, by=cast.as_("chen"))
    assert held() == [["approved"]]


def test_who_goes_after_enough_places_takes_one_back_first(cast, taken):
    waiting = join(cast.luis, cast.shelter)
    for n in range(2):
        make_asked(cast.luis, make_place(cast.school, f"Site {n}", f"Place {n}"))
    withdraw_pursuit(taken, by=cast.as_("maya"))
    waiting.refresh_from_db()

    with pytest.raises(Refused, match="You go after 2 places already"):
        accept_offer(waiting, by=cast.as_("luis"))

    assert held() == [["offered"]]


def test_an_offer_nobody_takes_goes_to_the_next_and_nothing_is_held_for_nobody(cast, taken):
    first, second = join(cast.luis, cast.shelter), join(cast.jordan, cast.shelter)
    withdraw_pursuit(taken, by=cast.as_("maya"))
    Notice.objects.all().delete()
    clock = Viewer.system(cast.school)

    with later("2026-10-15T23:00Z"):
        assert mind_queues(by=clock) == 0  # its last day counts
    with later("2026-10-16T13:00Z"):
        mind_queues(by=clock)

    for pursuit in (first, second):
        pursuit.refresh_from_db()
    assert (first.state, second.state) == ("lapsed", "offered")
    assert told() == [
        ("placements/passed_on", "Luis Diaz"),
        ("placements/offered", "Jordan Blake"),
    ]
    assert held() == [["offered"]]
    with later("2026-10-21T13:00Z"):
        mind_queues(by=clock)
    assert held() == []


def test_a_yes_that_comes_too_late_is_told_so(cast, taken):
    waiting = join(cast.luis, cast.shelter)
    withdraw_pursuit(taken, by=cast.as_("maya"))
    stale = Pursuit.objects.get(pk=waiting.pk)
    with later("2026-10-20T13:00Z"):
        mind_queues(by=Viewer.system(cast.school))

        with pytest.raises(Refused, match="Someone was faster: this is now “Ran out of time”"):
            accept_offer(stale, by=cast.as_("luis"))

    assert held() == []


def test_who_says_no_thanks_lets_the_next_go_and_the_leaver_holds_nothing(cast, taken):
    first, second = join(cast.luis, cast.shelter), join(cast.jordan, cast.shelter)
    withdraw_pursuit(taken, by=cast.as_("maya"))
    first.refresh_from_db()

    withdraw_pursuit(first, by=cast.as_("luis"))
    second.refresh_from_db()
    assert second.state == "offered"
    end_everything(cast.jordan, by=cast.as_("priya"))

    assert held() == []


def test_a_place_that_gets_a_seat_more_offers_it_by_the_clock(cast, taken):
    waiting = join(cast.luis, cast.shelter)
    Seat.objects.create(school=cast.school, opportunity=cast.shelter, number=2)

    mind_queues(by=Viewer.system(cast.school))

    waiting.refresh_from_db()
    assert waiting.state == "offered"


def test_a_seat_that_is_free_for_a_moment_is_the_queues(cast, taken):
    join(cast.luis, cast.shelter)
    Seat.objects.create(school=cast.school, opportunity=cast.shelter, number=2)

    with pytest.raises(Refused, match="Other students wait for this place"):
        make_asked(cast.jordan, cast.shelter)


def test_days_in_the_queue_do_not_lapse(cast, taken):
    waiting = join(cast.luis, cast.shelter)

    with later("2026-10-13T13:00Z") as clock:
        clock.shift(timedelta(days=10))
        mind_queues(by=Viewer.system(cast.school))

    waiting.refresh_from_db()
    assert waiting.state == "queued"
