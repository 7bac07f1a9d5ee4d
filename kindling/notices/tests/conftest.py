"""A real SMTP server on this machine that can be told to refuse, to be slow, or to be down."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from kindling.notices.actions import deliver_notice, notify
from kindling.notices.tests.gateway import Gateway


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class PostOffice:
    """What arrived, and what the server answers: "" is yes."""

    port: int
    messages: list[EmailMessage] = field(default_factory=list)
    to_recipient: str = ""
    to_data: str = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, _: Any):  # noqa: N802
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.to_data:
            return self.to_data
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 Taken"


@pytest.fixture
def office(settings) -> PostOffice:
    """The server's address is set; it is not running yet."""
    office = PostOffice(free_port())
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": office.port, "timeout": 5},
        }
    }
    return office


@pytest.fixture
def open_office(office) -> Iterator[PostOffice]:
    controller = Controller(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    yield office
    controller.stop()


@pytest.fixture
def notice(cast):
    return notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"), link_id="abcdefghjkmnpq")


def deliver(notice):
    """One try, as the worker makes it."""
    deliver_notice.func(notice.pk)
    notice.refresh_from_db()
    return notice


@pytest.fixture
def gateway(settings) -> Iterator[Gateway]:
    gateway = Gateway()
    settings.SMS_URL = f"json://127.0.0.1:{gateway.server_port}/send/{{phone}}"
    gateway.open()
    yield gateway
    gateway.close()
