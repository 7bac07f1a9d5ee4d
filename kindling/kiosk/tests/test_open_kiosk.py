"""Staff make a device the kiosk, until midnight."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from kindling.kiosk.tests.conftest import OPEN
from kindling.passes.actions import revoke_pass
from kindling.passes.models import Pass
from kindling.schools.models import Membership


def test_opening_signs_staff_out_of_the_device(cast, client_of):
    ana = client_of("ana")

    answer = ana.post(OPEN)

    assert re.fullmatch(r"/p/[^/]+/", answer.url)
    assert answer["Clear-Site-Data"] == '"cache"'
    assert ana.get("/harbor-view/").status_code == 302  # to sign in
    held = Pass.objects.get(purpose="kiosk")
    assert (held.bearer, held.needs_code, held.expires_at.isoformat()) == (
        cast.ana, True, "2026-10-14T04:00:00+00:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "status"), [("luis", 403), ("rosa", 403), ("liam", 403), ("otto", 404)]
)
def test_only_staff_open_one(client_of, name, status):
    assert client_of(name).post(OPEN).status_code == status
    assert Pass.objects.filter(purpose="kiosk").count() == 0


def test_another_browser_with_the_same_address_is_asked_for_a_code(tablet):
    assert Client().get(tablet.door).status_code == 403


def test_it_ends_at_midnight_and_when_somebody_closes_it(cast, code, tablet):
    held = Pass.objects.get(purpose="kiosk")
    with time_machine.travel("2026-10-14T04:01:00+00:00", tick=True):
        assert tablet.get(tablet.door).status_code == 410

    revoke_pass(held, by=cast.as_("dana"))

    assert tablet.post(tablet.door, {"code": code}).status_code == 410


def test_it_ends_when_who_opened_it_leaves_the_school(cast, tablet):
    Membership.objects.filter(person=cast.ana).update(
        until_on=cast.school.today() - timedelta(days=1)
    )

    assert tablet.get(tablet.door).status_code == 403
