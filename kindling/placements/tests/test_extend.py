"""A little longer, with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import extend_pursuit, withdraw_pursuit
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_pursuit

LATER = date(2026, 11, 10)


@pytest.fixture
def pursuit(cast):
    return make_pursuit(cast, cast.maya, cast.shelter)


@pytest.mark.parametrize("name", ["ana", "chen"])
def test_more_time_for_a_reason(cast, pursuit, name):
    Pursuit.objects.update(warned_on=date(2026, 10, 31))
    Notice.objects.all().delete()

    extend_pursuit(pursuit, LATER, "The manager is on leave.", by=cast.as_(name))

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.until_on, pursuit.warned_on) == ("approved", LATER, None)
    assert [n.person.name for n in Notice.objects.all()] == ["Maya Santos"]
    assert Event.objects.get(verb="pursuit.extend").detail == {
        "was": "approved",
        "now": "approved",
        "until_on": "2026-11-10",
        "from_on": "2026-11-03",
        "reason": "The manager is on leave.",
    }


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "otto"])
def test_nobody_else_gives_time(cast, pursuit, name):
    with pytest.raises(PermissionDenied):
        extend_pursuit(pursuit, LATER, "Please.", by=cast.as_(name))


@pytest.mark.parametrize(
    ("day", "reason", "field"),
    [
        (date(2026, 10, 12), "Late.", "until_on"),
        (date(2026, 11, 3), "Late.", "until_on"),
        (date(2028, 1, 1), "Late.", "until_on"),
        (LATER, " ", "reason"),
    ],
)
def test_what_is_not_an_extension(cast, pursuit, day, reason, field):
    with pytest.raises(ValidationError) as caught:
        extend_pursuit(pursuit, day, reason, by=cast.as_("ana"))

    assert list(caught.value.message_dict) == [field]


def test_what_is_over_gets_no_more_time(cast, pursuit):
    withdraw_pursuit(pursuit, by=cast.as_("maya"))

    with pytest.raises(Refused):
        extend_pursuit(pursuit, LATER, "Late.", by=cast.as_("ana"))


def test_the_form(client_of, pursuit):
    client, address = client_of("ana"), f"/harbor-view/pursuits/{pursuit.public_id}/extend/"

    wrong = client.post(address, {"until_on": "2026-11-01", "reason": "Late."})
    right = client.post(address, {"until_on": "2026-11-10", "reason": "Late."})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "Choose a day after the present last day." in wrong.text
