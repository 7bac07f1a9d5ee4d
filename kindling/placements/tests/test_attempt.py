"""One tap: what the student tried."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.placements.actions import log_attempt, request_start, withdraw_pursuit
from kindling.placements.models import Attempt
from kindling.placements.tests.factories import make_asked, make_pursuit


@pytest.fixture
def pursuit(cast):
    return make_pursuit(cast, cast.maya, cast.shelter)


def test_a_try_counts(cast, pursuit):
    attempt = log_attempt(pursuit, "no_answer", " Rang twice. ", by=cast.as_("maya"))

    assert (attempt.kind, attempt.note) == ("no_answer", "Rang twice.")
    assert (pursuit.attempts_count, pursuit.last_attempt_at) == (1, attempt.at)
    event = Event.objects.get(verb="pursuit.log_attempt")
    assert event.detail == {"kind": "no_answer", "attempt": attempt.public_id}


def test_the_same_tap_twice_is_one_try(cast, pursuit):
    first = log_attempt(pursuit, "called", tap="abc", by=cast.as_("maya"))
    second = log_attempt(pursuit, "called", tap="abc", by=cast.as_("maya"))

    assert first == second
    assert pursuit.attempts_count == 1
    assert Event.objects.filter(verb="pursuit.log_attempt").count() == 1


def test_two_taps_are_two_tries(cast, pursuit):
    for tap in ["abc", "xyz", "", None]:
        log_attempt(pursuit, "called", tap=tap, by=cast.as_("maya"))

    assert pursuit.attempts_count == Attempt.objects.count() == 4


@pytest.mark.parametrize("name", ["jordan", "ana", "chen", "rosa", "otto"])
def test_only_the_student_logs(cast, pursuit, name):
    with pytest.raises(PermissionDenied):
        log_attempt(pursuit, "called", by=cast.as_(name))


def test_an_unknown_kind_is_none(cast, pursuit):
    with pytest.raises(ValidationError):
        log_attempt(pursuit, "begged", by=cast.as_("maya"))


def test_nothing_is_logged_before_the_yes_or_after_the_end(cast, pursuit):
    asked = make_asked(cast.luis, cast.clinic)
    with pytest.raises(Refused):
        log_attempt(asked, "called", by=cast.as_("luis"))

    withdraw_pursuit(pursuit, by=cast.as_("maya"))
    with pytest.raises(Refused):
        log_attempt(pursuit, "called", by=cast.as_("maya"))

    assert Attempt.objects.count() == 0


def test_while_it_waits_to_start_tries_still_count(cast, pursuit):
    request_start(pursuit, "They said yes.", by=cast.as_("maya"))

    log_attempt(pursuit, "booked", by=cast.as_("maya"))

    assert pursuit.attempts_count == 1


def test_one_tap_on_the_page(client_of, pursuit):
    client, address = client_of("maya"), f"/harbor-view/pursuits/{pursuit.public_id}/attempt/"

    plain = client.post(address, {"kind": "called", "tap": "one"})
    part = client.post(
        address, {"kind": "booked", "tap": "two"}, headers={"HX-Request-Type": "partial"}
    )

    assert (plain.status_code, part.status_code) == (302, 200)
    assert "Visit booked" in part.text
    assert "Called, talked to someone" in part.text
    assert part.text.lstrip().startswith('<div class="with-aside" id="pursuit">')


def test_a_strange_button_is_said(client_of, pursuit):
    address = f"/harbor-view/pursuits/{pursuit.public_id}/attempt/"

    assert client_of("maya").post(address, {"kind": "begged"}).status_code == 422
    assert client_of("ana").post(address, {"kind": "called"}).status_code == 403
    assert client_of("jordan").post(address, {"kind": "called"}).status_code == 404
    assert Attempt.objects.count() == 0
