"""Several say yes, in the school's order: on the page, and from a link without an account."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.purposes import viewer_of
from kindling.passes.tokens import token_of
from kindling.people.actions import disconnect
from kindling.placements.actions import (
    agree,
    approve_pursuit,
    change_policy,
    decline_pursuit,
    hold_mentor,
    refuse,
    remind_school,
    request_start,
    stand_in,
    start_placement,
    withdraw_pursuit,
)
from kindling.placements.models import Approval, Pursuit
from kindling.placements.rules import allowed_steps, asked_now, visible_approvals
from kindling.placements.tests.factories import TUESDAYS_AND_THURSDAYS, make_asked, make_pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat

HOME = "/harbor-view"
ADVISOR, COORDINATOR, FAMILY, MENTOR = "advisor", "coordinator", "guardian", "mentor"


def turns(pursuit):
    return list(pursuit.approvals.order_by("pk").values_list("role", "state"))


def told():
    return list(Notice.objects.order_by("pk").values_list("kind", "person__name"))


def link_of(person):
    return Pass.objects.filter(bearer=person, purpose="approve_pursuits").latest("pk")


def door(person):
    return f"/p/{token_of(link_of(person))}/"


def by_link(person):
    return viewer_of(link_of(person))


@pytest.fixture
def all_four(cast):
    """Advisor, family, mentor, coordinator, in this order."""
    change_policy(pursue_chain=[ADVISOR, FAMILY, MENTOR, COORDINATOR], by=cast.as_("chen"))


@pytest.fixture
def family_first(cast):
    """The family, then the coordinator."""
    change_policy(pursue_chain=[FAMILY, COORDINATOR], by=cast.as_("chen"))


def test_without_a_policy_the_coordinator_decides_as_ever(cast):
    pursuit = make_asked(cast.luis, cast.shelter)

    assert (turns(pursuit), pursuit.holder) == ([], "")
    approve_pursuit(pursuit, by=cast.as_("chen"))
    assert pursuit.state == "approved"


def test_each_is_asked_after_the_one_before_and_the_last_yes_takes_the_seat(cast, all_four):
    pursuit = make_asked(cast.luis, cast.shelter)
    assert (pursuit.holder, told()) == ("advisor", [("placements/your_turn", "Ana Reyes")])

    approve_pursuit(pursuit, by=cast.as_("ana"))
    assert (pursuit.holder, told()[-1]) == ("guardian", ("placements/approve_family", "Rosa Diaz"))
    agree(asked_now(pursuit), by=by_link(cast.rosa))
    assert (pursuit.holder, told()[-1]) == ("mentor", ("placements/approve_mentor", "Sam Ito"))
    agree(asked_now(pursuit), by=by_link(cast.sam))
    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.holder) == ("requested", "coordinator")
    assert Seat.objects.filter(is_taken=True).count() == 0
    approve_pursuit(pursuit, by=cast.as_("chen"))

    assert (pursuit.state, pursuit.holder) == ("approved", "")
    assert turns(pursuit) == [(role, "yes") for role in (ADVISOR, FAMILY, MENTOR, COORDINATOR)]
    assert Seat.objects.filter(is_taken=True).count() == 1


def test_only_whose_turn_it_is_says_yes(cast, all_four):
    pursuit = make_asked(cast.luis, cast.shelter)

    for name in ("chen", "dana", "rosa", "luis", "priya", "otto"):
        with pytest.raises(PermissionDenied):
            approve_pursuit(pursuit, by=cast.as_(name))

    assert allowed_steps(cast.as_("ana"), pursuit) == {"approve", "decline", "withdraw"}
    assert allowed_steps(cast.as_("chen"), pursuit) == {"decline", "withdraw"}


def test_a_role_nobody_holds_is_skipped_and_said_so(cast, family_first):
    pursuit = make_asked(cast.maya, cast.shelter)  # nobody of her family is known

    assert turns(pursuit) == [(FAMILY, "skipped"), (COORDINATOR, "asked")]
    assert pursuit.holder == "coordinator"


def test_where_nobody_of_the_order_is_known_the_coordinator_decides(cast):
    change_policy(pursue_chain=[FAMILY], by=cast.as_("chen"))
    pursuit = make_asked(cast.maya, cast.shelter)

    assert (pursuit.holder, told()) == ("", [("placements/asked", "Chen Wu")])
    approve_pursuit(pursuit, by=cast.as_("chen"))
    assert pursuit.state == "approved"


def test_a_no_has_a_reason_and_ends_it(cast, all_four):
    pursuit = make_asked(cast.luis, cast.shelter)
    approval = asked_now(pursuit)
    with pytest.raises(ValidationError):
        refuse(approval, "  ", by=cast.as_("ana"))

    decline_pursuit(pursuit, "Exams come first.", by=cast.as_("ana"))

    assert (pursuit.state, pursuit.reason, pursuit.holder) == ("declined", "Exams come first.", "")
    assert turns(pursuit) == [
        (ADVISOR, "no"), (FAMILY, "dropped"), (MENTOR, "dropped"), (COORDINATOR, "dropped"),
    ]  # fmt: skip


def test_the_coordinator_may_say_no_whoever_is_asked(cast, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)

    decline_pursuit(pursuit, "The place moves away.", by=cast.as_("chen"))

    assert turns(pursuit) == [(FAMILY, "dropped"), (COORDINATOR, "dropped")]


def test_the_coordinators_day_is_kept_until_the_last_yes(cast):
    change_policy(pursue_chain=[COORDINATOR, FAMILY], by=cast.as_("chen"))
    pursuit = make_asked(cast.luis, cast.shelter)
    until = cast.school.today().replace(day=30)
    approve_pursuit(pursuit, until, by=cast.as_("chen"))

    agree(asked_now(pursuit), by=by_link(cast.rosa))

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.until_on) == ("approved", until)


def test_the_same_yes_twice_does_nothing_twice(cast, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    approval = asked_now(pursuit)
    agree(approval, by=by_link(cast.rosa))
    events = Event.objects.count()

    agree(Approval.objects.get(pk=approval.pk), by=by_link(cast.rosa))

    assert Event.objects.count() == events
    assert turns(pursuit) == [(FAMILY, "yes"), (COORDINATOR, "asked")]


def test_a_link_for_one_pursuit_answers_no_other(cast, family_first):
    make_asked(cast.luis, cast.shelter)
    link = by_link(cast.rosa)
    other = make_asked(cast.luis, cast.clinic)

    with pytest.raises(PermissionDenied):
        agree(asked_now(other), by=link)


def test_a_link_of_who_is_no_longer_family_answers_nothing(cast, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    link = by_link(cast.rosa)
    phone, address = Client(), door(cast.rosa)
    assert "I like animals." in phone.get(address).text
    disconnect(cast.luis, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school))
    with time_machine.travel("2026-10-14T13:00Z", tick=False):
        with pytest.raises(PermissionDenied):
            agree(asked_now(pursuit), by=link)
        assert phone.get(address).status_code == 404


def test_a_suspended_mentor_is_not_asked(cast):
    change_policy(pursue_chain=[MENTOR, COORDINATOR], by=cast.as_("chen"))
    hold_mentor(cast.sam, by=cast.as_("chen"))

    pursuit = make_asked(cast.luis, cast.shelter)

    assert turns(pursuit) == [(MENTOR, "skipped"), (COORDINATOR, "asked")]


def test_a_familys_last_yes_is_not_lost_when_the_seat_is_gone(cast):
    change_policy(pursue_chain=[FAMILY], by=cast.as_("chen"))
    late = make_asked(cast.luis, cast.shelter)
    make_pursuit(cast, cast.maya, cast.shelter)  # nobody to ask at home: the coordinator decides

    agree(asked_now(late), by=by_link(cast.rosa))

    late.refresh_from_db()
    assert (late.state, late.queued_at) == ("queued", late.created_at)


def test_a_place_that_closed_meanwhile_keeps_the_familys_yes_in_the_queue(cast):
    change_policy(pursue_chain=[FAMILY], by=cast.as_("chen"))
    pursuit = make_asked(cast.luis, cast.shelter)
    Opportunity.objects.filter(pk=cast.shelter.pk).update(state="paused")

    agree(visible_approvals(by_link(cast.rosa)).get(), by=by_link(cast.rosa))

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.seat) == ("queued", None)


def test_an_advisor_whose_turn_it_is_answers_in_the_list(cast, client_of, all_four):
    pursuit = make_asked(cast.luis, cast.shelter)
    address = f"{HOME}/pursuits/{pursuit.public_id}/approve/"
    shown = {n: address in client_of(n).get(f"{HOME}/pursuits/").text for n in ("ana", "chen")}

    assert shown == {"ana": True, "chen": False}
    assert "Asked now: Advisor" in client_of("chen").get(f"{HOME}/pursuits/").text


def test_the_coordinator_writes_down_a_yes_heard_by_phone(cast, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    with pytest.raises(PermissionDenied):
        stand_in(asked_now(pursuit), "I know her.", by=cast.as_("ana"))
    stand_in(asked_now(pursuit), "Rosa said yes by phone.", by=cast.as_("chen"))

    first = pursuit.approvals.get(role=FAMILY)
    assert (first.state, first.by, first.is_heard, first.reason) == (
        "yes",
        cast.chen,
        True,
        "Rosa said yes by phone.",
    )
    with pytest.raises(PermissionDenied):  # nobody stands in for staff
        stand_in(asked_now(pursuit), "She nodded.", by=cast.as_("chen"))


def test_who_is_silent_is_reminded_twice_and_then_the_coordinator_hears(cast, family_first):
    make_asked(cast.luis, cast.shelter)
    Notice.objects.all().delete()
    for day in (15, 16, 19, 22, 25, 28):
        with time_machine.travel(f"2026-10-{day}T13:00Z", tick=False):
            remind_school(by=Viewer.system(cast.school))

    assert told() == [
        ("placements/approve_family", "Rosa Diaz"),
        ("placements/approve_family", "Rosa Diaz"),
        ("placements/nobody_answers", "Chen Wu"),
    ]


def test_a_start_waits_for_everybody_and_a_no_gives_it_back(cast):
    change_policy(start_chain=[MENTOR, FAMILY], by=cast.as_("chen"))
    pursuit = make_pursuit(cast, cast.luis, cast.shelter)
    request_start(pursuit, "Tuesdays.", by=cast.as_("luis"))
    plan = {
        "mentor": cast.sam, "starts_on": cast.school.today(), "ends_on": None,
        "schedule": TUESDAYS_AND_THURSDAYS, "goals": "",
    }  # fmt: skip
    with pytest.raises(Refused, match="Somebody has to say yes first: Mentor"):
        start_placement(pursuit, **plan, by=cast.as_("ana"))

    agree(asked_now(pursuit), by=by_link(cast.sam))
    pursuit.refresh_from_db()
    refuse(asked_now(pursuit), "Not on Thursdays.", by=by_link(cast.rosa))
    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.reason, pursuit.holder) == ("approved", "Not on Thursdays.", "")

    request_start(pursuit, "Tuesdays only.", by=cast.as_("luis"))
    for person in (cast.sam, cast.rosa):
        pursuit.refresh_from_db()
        agree(asked_now(pursuit), by=by_link(person))
    pursuit = Pursuit.objects.for_list().get(pk=pursuit.pk)
    assert told()[-1][0] == "placements/ready_to_start"
    start_placement(pursuit, **plan, by=cast.as_("ana"))
    assert pursuit.state == "landed"


# Pages


def test_the_family_says_yes_from_a_phone_without_an_account(cast, family_first):
    make_asked(cast.luis, cast.shelter)
    phone, address = Client(), door(cast.rosa)
    page = phone.get(address)
    assert page["Content-Language"] == "es"
    assert "I like animals." in page.text

    assert phone.post(address, {"do": "yes"}, follow=True).status_code == 200
    assert phone.post(address, {"do": "yes"}, follow=True).status_code == 200  # and twice is once

    assert turns(Pursuit.objects.get()) == [(FAMILY, "yes"), (COORDINATOR, "asked")]


def test_a_mentor_reads_no_family_name_and_says_no_with_a_reason(cast):
    change_policy(pursue_chain=[MENTOR], by=cast.as_("chen"))
    pursuit = make_asked(cast.luis, cast.shelter)
    phone, address = Client(), door(cast.sam)
    assert "Diaz" not in phone.get(address).text
    assert phone.post(address, {"do": "no", "reason": " "}).status_code == 422

    phone.post(address, {"do": "no", "reason": "We are full until spring."})

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.reason) == ("declined", "We are full until spring.")


def test_a_stale_link_is_told_that_it_was_taken_back(cast, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    phone, address = Client(), door(cast.rosa)
    phone.get(address)
    withdraw_pursuit(pursuit, by=cast.as_("luis"))

    answer = phone.post(address, {"do": "yes"})

    assert answer.status_code == 409
    assert turns(pursuit) == [(FAMILY, "dropped"), (COORDINATOR, "dropped")]
    assert pursuit.state == "withdrawn"


def test_the_page_says_who_has_it_now(cast, client_of, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)
    address = f"{HOME}/pursuits/{pursuit.public_id}/"

    for name in ("luis", "ana", "chen", "rosa"):
        said = "Quién dice que sí" if name == "rosa" else "Who says yes"
        assert said in client_of(name).get(address).text, name
    assert "The family is asked for a yes now." in client_of("luis").get(address).text

    assert client_of("chen").post(f"{address}stand-in/", {"reason": ""}).status_code == 422
    assert client_of("ana").post(f"{address}stand-in/", {"reason": "Yes."}).status_code == 403


def test_a_signed_in_family_answers_on_the_page(cast, client_of, family_first):
    pursuit = make_asked(cast.luis, cast.shelter)

    client_of("rosa").post(f"{HOME}/pursuits/{pursuit.public_id}/agree/")

    assert turns(pursuit) == [(FAMILY, "yes"), (COORDINATOR, "asked")]
    again = client_of("rosa").post(f"{HOME}/pursuits/{pursuit.public_id}/agree/")
    assert again.status_code == 403
