"""Not now, with a reason."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import approve_pursuit, decline_pursuit
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked


@pytest.fixture
def asked(cast):
    return make_asked(cast.maya, cast.shelter)


def test_the_student_reads_the_reason(cast, asked):
    Notice.objects.all().delete()

    decline_pursuit(asked, " They move house. Ask in May. ", by=cast.as_("chen"))

    assert (asked.state, asked.reason) == ("declined", "They move house. Ask in May.")
    letter = Notice.objects.get(person=cast.maya.person)
    assert letter.subject == "Not now: Shelter helper"
    assert "They move house. Ask in May." in letter.body


def test_without_a_reason_nothing_happens(cast, asked):
    with pytest.raises(ValidationError) as caught:
        decline_pursuit(asked, " ", by=cast.as_("chen"))

    assert list(caught.value.message_dict) == ["reason"]
    assert Pursuit.objects.get().state == "requested"


@pytest.mark.parametrize("name", ["maya", "ana", "priya", "otto"])
def test_nobody_else_declines(cast, asked, name):
    with pytest.raises(PermissionDenied):
        decline_pursuit(asked, "No.", by=cast.as_(name))


def test_what_was_approved_is_not_declined(cast, asked):
    approve_pursuit(asked, by=cast.as_("chen"))

    with pytest.raises(Refused):
        decline_pursuit(asked, "No.", by=cast.as_("chen"))


def test_the_form(client_of, asked):
    client, address = client_of("chen"), f"/harbor-view/pursuits/{asked.public_id}/decline/"

    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "They move."}).status_code == 302
    assert "They move." in client_of("maya").get(f"/harbor-view/pursuits/{asked.public_id}/").text
