"""Several say yes, in the school's order: who is asked, and what the last yes does."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.placements.actions import (
    agree,
    approve_pursuit,
    change_policy,
    decline_pursuit,
    hold_mentor,
    refuse,
    request_start,
    start_placement,
)
from kindling.placements.models import Pursuit
from kindling.placements.rules import allowed_steps, asked_now, visible_approvals
from kindling.placements.tests.factories import TUESDAYS_AND_THURSDAYS, make_asked, make_pursuit
from kindling.placements.tests.turns import (
    ADVISOR,
    COORDINATOR,
    FAMILY,
    MENTOR,
    by_link,
    told,
    turns,
)
from kindling.sites.actions import add_new_mentor, leave_alone
from kindling.sites.models import Opportunity, Quiet, Seat

HOME = "/harbor-view"


def test_without_a_policy_the_coordinator_decides_as_ever(cast):
    pursuit = make_asked(cast.luis, cast.shelter)

    assert (turns(pursuit), pursuit.holder) == ([], "")
    approve_pursuit(pursuit, by=cast.as_("chen"))
    assert pursuit.state == "approved"


def test_a_mentor_who_is_not_contacted_is_skipped(cast, all_four):
    add_new_mentor(cast.shelter.site, given_name="Ida", by=cast.as_("chen"))
    leave_alone(cast.sam, Quiet.Kind.NO_CONTACT, reason="He said so.", by=cast.as_("chen"))
    asked = make_asked(cast.luis, cast.shelter)
    approve_pursuit(asked, by=cast.as_("ana"))
    agree(asked_now(asked), by=by_link(cast.rosa))

    asked.refresh_from_db()
    assert asked.holder == "coordinator"
    assert told()[-1] == ("placements/your_turn", "Chen Wu")


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
