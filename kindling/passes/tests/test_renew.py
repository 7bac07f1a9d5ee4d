"""A new link goes to the contact on file, and only there."""

from __future__ import annotations

import pytest
import time_machine
from django.core import mail

from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass, renew_pass, revoke_pass
from kindling.passes.models import Pass
from kindling.passes.tests.conftest import words_of
from kindling.passes.tokens import address_of, token_of
from kindling.schools.viewer import Viewer

LATER = "2026-10-28T13:00:00Z"


@pytest.fixture(autouse=True)
def _later():
    with time_machine.travel(LATER):
        yield


@pytest.fixture
def held(cast):
    with time_machine.travel("2026-10-13T13:00:00Z"):
        return make_pass(cast.sam, "look", ["day-1"], by=cast.as_("chen"), about=cast.maya)


def test_asking_sends_a_link_that_works(client, held, door, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{door}renew/")

    new = Pass.objects.get(renewed_from=held)
    assert "Look at your messages" in words_of(answer)
    assert [m.to for m in mail.outbox] == [["sam@harbor-view.example.org"]]
    assert address_of(new.public_id) in mail.outbox[0].body
    assert (new.subjects, new.about, new.bearer) == (["day-1"], held.about, held.bearer)
    assert client.get(f"/p/{token_of(new)}/").status_code == 200


def test_the_page_shows_no_address_and_says_the_same_without_one(client, cast, held, door):
    with_address = words_of(client.post(f"{door}renew/"))
    cast.sam.email = cast.sam.phone = ""
    cast.sam.save()
    without = words_of(client.post(f"{door}renew/"))

    assert with_address == without
    assert "example.org" not in with_address


def test_asking_twice_sends_the_same_link_again(client, held, door):
    client.post(f"{door}renew/")
    client.post(f"{door}renew/")

    new = Pass.objects.get(renewed_from=held)
    assert [n.link_id for n in Notice.objects.all()] == [new.public_id] * 2


def test_the_old_link_says_that_a_newer_one_took_its_place(client, held, door):
    client.post(f"{door}renew/")

    answer = client.get(door)

    assert answer.status_code == 410
    assert "A newer link took this one" in words_of(answer)
    assert "Send a new link" in words_of(answer)


def test_asking_again_and_again_is_stopped(client, held, door):
    answers = [client.post(f"{door}renew/").status_code for _ in range(4)]

    assert answers == [200, 200, 200, 429]


def test_what_the_school_ended_stays_ended_even_by_an_older_link(client, cast, held, door):
    client.post(f"{door}renew/")
    revoke_pass(Pass.objects.get(renewed_from=held), by=cast.as_("chen"))

    assert "The school has ended this link" in words_of(client.get(door))
    assert client.post(f"{door}renew/").status_code == 409
    assert Pass.objects.count() == 2


def test_a_pass_that_works_is_not_made_anew(client, cast):
    live = make_pass(cast.sam, "look", ["day-1"], by=cast.as_("chen"))

    answer = client.post(f"/p/{token_of(live)}/renew/")

    assert (answer.status_code, answer.url) == (302, f"/p/{token_of(live)}/")
    assert Notice.objects.count() == 0


def test_the_renewed_one_expires_too(held, cast):
    new = renew_pass(held, by=Viewer.system(cast.school))

    assert new.expires_at.date().isoformat() == "2026-11-11"


def test_renewing_what_the_school_ended_is_refused(held, cast):
    revoke_pass(held, by=cast.as_("chen"))

    with pytest.raises(Refused):
        renew_pass(held, by=Viewer.system(cast.school))
