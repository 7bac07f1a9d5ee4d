"""A yes or a no from a link, without an account."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.history.models import Event
from kindling.people.actions import disconnect
from kindling.placements.actions import (
    agree,
    change_policy,
    withdraw_pursuit,
)
from kindling.placements.models import Approval, Pursuit
from kindling.placements.rules import asked_now
from kindling.placements.tests.factories import make_asked
from kindling.placements.tests.turns import (
    COORDINATOR,
    FAMILY,
    MENTOR,
    by_link,
    door,
    turns,
)
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

HOME = "/harbor-view"


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
