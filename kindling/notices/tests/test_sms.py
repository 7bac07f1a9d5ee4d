"""Text messages leave by whatever gateway SMS_URL names."""

from __future__ import annotations

import pytest

from kindling.notices.actions import notify
from kindling.notices.tests.conftest import deliver


@pytest.fixture
def notice(cast):
    cast.sam.email = ""
    cast.sam.save()
    return notify(cast.sam, "passes/code", {}, by=cast.as_("chen"), code="123456")


def test_a_text_message_is_short_and_goes_to_the_number(gateway, notice):
    deliver(notice)

    text = "Harbor View: your code is 123456. It works for ten minutes. Give it to nobody."
    assert notice.state == "sent"
    assert [message for _path, message in gateway.told] == [text]
    assert "555" in gateway.told[0][0]


def test_a_gateway_that_refuses_is_asked_again(gateway, notice):
    gateway.status = 500

    deliver(notice)

    assert notice.state == "queued"
    assert notice.error.startswith("The text message gateway did not take it: ")


def test_without_a_gateway_it_is_kept(notice):
    assert deliver(notice).state == "kept"
