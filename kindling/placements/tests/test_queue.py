"""A place whose seats are taken: who waits, who is next, and what becomes of a seat."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.actions import connect
from kindling.placements.actions import (
    accept_offer,
    approve_pursuit,
    change_policy,
    decline_pursuit,
    end_everything,
    end_placement,
    join_queue,
    mind_queues,
    queue_pursuit,
    request_pursuit,
    withdraw_pursuit,
)
from kindling.placements.line import line_for
from kindling.placements.models import Pursuit
from kindling.placements.policy import policy_of
from kindling.placements.tests.factories import make_asked, make_placement, make_pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat
from tests.cast import make_place, make_student

HOME = "/harbor-view"


def join(student, place):
    return join_queue(student, place, "I like dogs.", by=Viewer.of_person(student.person))


def line(place):
    turns = line_for(place, policy_of(place.school))
    return [(turn.pursuit.student.first, turn.reason) for turn in turns]


def later(moment):
    return time_machine.travel(moment, tick=False)


def told():
    rows = Notice.objects.order_by("pk").values_list("kind", "person__name")
    return list(rows)


def held():
    """Every seat that is taken, with the states of the pursuits that hold it."""
    rows = Seat.objects.filter(is_taken=True)
    alive = {*Pursuit.OPEN, *Pursuit.LIVE, Pursuit.State.OFFERED}
    return [
        sorted(seat.pursuits.filter(state__in=alive).values_list("state", flat=True))
        for seat in rows
    ]


@pytest.fixture
def taken(cast):
    """Maya goes after the one seat at the shelter."""
    return make_pursuit(cast, cast.maya, cast.shelter)


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


def test_a_stale_form_asks_for_a_place_that_was_taken_meanwhile(cast, client_of, taken):
    answer = client_of("luis").post(
        f"{HOME}/pursuits/request/{cast.shelter.public_id}/", {"why": "Dogs."}
    )

    assert answer.status_code == 409
    assert "Full. Someone learns here now." in answer.text
    assert Pursuit.objects.count() == 1


# Pages


def test_the_page_offers_the_queue_and_shows_the_place_in_it(cast, client_of, taken):
    luis = client_of("luis")
    place = cast.shelter.public_id
    assert "Join the queue" in luis.get(f"{HOME}/pursuits/request/{place}/").text
    assert "Wait for a seat" in luis.get(f"{HOME}/places/{place}/").text

    answer = luis.post(f"{HOME}/pursuits/queues/{place}/join/", {"why": "Dogs."}, follow=True)

    assert "Number 1 of 1 in the queue." in answer.text
    assert "Has had no internship yet." in answer.text
    assert "In the queue. See where you stand." in luis.get(f"{HOME}/").text


def test_no_reason_asks_again_and_saves_nothing(cast, client_of, taken):
    address = f"{HOME}/pursuits/queues/{cast.shelter.public_id}/join/"

    assert client_of("luis").post(address, {"why": ""}).status_code == 422
    assert Pursuit.objects.count() == 1


def test_yes_on_the_page(cast, client_of, taken):
    waiting = join(cast.luis, cast.shelter)
    withdraw_pursuit(taken, by=cast.as_("maya"))
    luis, address = client_of("luis"), f"{HOME}/pursuits/{waiting.public_id}/"
    assert "Yes, I want the seat" in luis.get(address).text
    assert "A seat is free for you. Say yes by" in luis.get(f"{HOME}/").text

    assert luis.post(f"{address}accept/").status_code == 302

    waiting.refresh_from_db()
    assert waiting.state == "requested"
    assert luis.post(f"{address}accept/").status_code == 409


def test_staff_read_the_queue_and_names_of_their_own_only(cast, client_of, taken):
    nora = make_student(cast.school, "Nora Bell", "301", date(2008, 1, 1))
    for student in (cast.luis, nora):
        join(student, cast.shelter)
    address = f"{HOME}/pursuits/queues/{cast.shelter.public_id}/"
    seen = {
        name: [n for n in ("Luis Diaz", "Nora Bell") if n in client_of(name).get(address).text]
        for name in ("chen", "ana", "luis", "rosa", "otto")
    }

    assert seen == {
        "chen": ["Luis Diaz", "Nora Bell"],
        "ana": ["Luis Diaz"],
        "luis": [],
        "rosa": [],
        "otto": [],
    }
    assert "Shelter helper" in client_of("chen").get(f"{HOME}/pursuits/queues/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_queues_costs_four_statements_and_a_queue_seven(
    cast, client_of, count, taken, django_assert_num_queries
):
    for n in range(count):
        student = make_student(cast.school, f"Student{n} Test", "301", date(2008, 1, 1))
        join(student, cast.shelter)
    chen = client_of("chen")

    with django_assert_num_queries(4):
        assert chen.get(f"{HOME}/pursuits/queues/").status_code == 200
    with django_assert_num_queries(7):
        assert chen.get(f"{HOME}/pursuits/queues/{cast.shelter.public_id}/").status_code == 200


def test_the_queue_counts_towards_no_limit(cast, taken):
    for n in range(3):
        place = make_place(cast.school, f"Site {n}", f"Place {n}")
        request_pursuit(cast.maya, place, "Yes.", by=cast.as_("maya")) if n == 0 else None
        Seat.objects.filter(opportunity=place).update(is_taken=True)
        join(cast.luis, place)

    assert Pursuit.objects.filter(student=cast.luis).in_line().count() == 3
    assert make_asked(cast.luis, cast.clinic).state == "requested"


def test_days_in_the_queue_do_not_lapse(cast, taken):
    waiting = join(cast.luis, cast.shelter)

    with later("2026-10-13T13:00Z") as clock:
        clock.shift(timedelta(days=10))
        mind_queues(by=Viewer.system(cast.school))

    waiting.refresh_from_db()
    assert waiting.state == "queued"
