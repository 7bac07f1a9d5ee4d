"""A pass that shows or signs more than a day asks a second device for a code."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.models import PassDevice
from kindling.passes.tests.conftest import words_of
from kindling.passes.tokens import token_of


@pytest.fixture
def held(cast):
    return make_pass(cast.rosa, "look", ["plan"], by=cast.as_("chen"), needs_code=True)


@pytest.fixture
def phone(door):
    """The first browser to open it."""
    phone = Client()
    assert phone.get(door).status_code == 200
    return phone


def in_spanish(text: str) -> str:
    """Rosa reads Spanish, wherever the words come from."""
    with translation.override("es"):
        return translation.gettext(text)


def newest_code():
    return Notice.objects.filter(kind="passes/code").order_by("-pk")[0].code


def test_the_first_device_is_trusted(phone, door):
    assert phone.get(door).status_code == 200
    assert PassDevice.objects.filter(trusted_at__isnull=False).count() == 1


def test_a_second_device_is_asked_for_a_code(phone, client, door):
    answer = client.get(door)

    assert answer.status_code == 403
    assert in_spanish("A new device") in words_of(answer)
    assert "seen:" not in words_of(answer)
    assert PassDevice.objects.count() == 1


def test_the_right_code_lets_it_in(phone, client, door):
    client.post(f"{door}code/")
    wrong = f"{(int(newest_code()) + 1) % 10**6:06d}"

    refused = client.post(f"{door}code/enter/", {"code": wrong})
    let_in = client.post(
        f"{door}code/enter/", {"code": f" {newest_code()[:3]} {newest_code()[3:]}"}
    )

    assert refused.status_code == 422
    wrong_code = "This code is wrong or too old. Look again, or ask for a new one."
    assert in_spanish(wrong_code) in words_of(refused)
    assert (let_in.status_code, let_in.url) == (302, door)
    assert client.get(door).status_code == 200
    assert phone.get(door).status_code == 200


def test_the_code_is_for_the_browser_that_asked(phone, client, door):
    client.post(f"{door}code/")

    other = Client()
    other.post(f"{door}code/")
    codes = Notice.objects.filter(kind="passes/code").order_by("pk").values_list("code", flat=True)

    if codes[0] != codes[1]:
        assert other.post(f"{door}code/enter/", {"code": codes[0]}).status_code == 422


def test_a_code_ends_after_ten_minutes(phone, client, door):
    client.post(f"{door}code/")
    code = newest_code()

    with time_machine.travel("2026-10-13T13:11:00Z"):
        assert client.post(f"{door}code/enter/", {"code": code}).status_code == 422


def test_five_wrong_codes_are_enough(phone, client, door):
    client.post(f"{door}code/")
    code = newest_code()
    wrong = f"{(int(code) + 1) % 10**6:06d}"

    for _ in range(5):
        client.post(f"{door}code/enter/", {"code": wrong})

    assert client.post(f"{door}code/enter/", {"code": code}).status_code == 422
    assert client.get(door).status_code == 403


def test_codes_are_not_sent_without_end(phone, client, door):
    answers = [client.post(f"{door}code/").status_code for _ in range(6)]

    assert answers == [200] * 5 + [429]


def test_the_database_and_the_outbox_do_not_tell_the_code(phone, client, client_of, door):
    client.post(f"{door}code/")
    code = newest_code()

    device = PassDevice.objects.exclude(code_hash="").get()
    page = client_of("chen").get("/harbor-view/outbox/").content.decode()
    assert code not in device.code_hash
    assert code not in page
    assert "[code]" in page


def test_a_post_from_an_unknown_device_does_nothing(held, client, door):
    assert client.post(door).status_code == 403
    assert PassDevice.objects.count() == 0


def test_opening_a_second_link_does_not_lock_the_first(cast, phone, door):
    other = make_pass(cast.rosa, "look", ["portrait"], by=cast.as_("chen"), needs_code=True)
    there = phone.get(f"/p/{token_of(other)}/")

    assert (there.status_code, phone.get(door).status_code) == (200, 200)
