"""The SMTP door: takes mail for our own addresses, and for nobody else's."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.db import connection

from kindling.kit.limits import TooMany
from kindling.kit.replying import reply_id_in
from kindling.letterbox.actions import take_mail
from kindling.letterbox.reading import MOST, Incoming
from kindling.schools.models import School

log = logging.getLogger(__name__)
MOST_TO = 5  # addresses of one mail


type Runs = Callable[..., Awaitable[Any]]


class Door:
    """What aiosmtpd asks at each step. Mail that cannot be kept now is asked for again (451).

    run: how work that waits for the database is done beside the door, in a thread.
    """

    def __init__(self, run: Runs = asyncio.to_thread) -> None:
        self.run = run

    async def handle_RCPT(  # noqa: N802  aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if len(envelope.rcpt_tos) >= MOST_TO:
            return "452 4.5.3 Write to fewer addresses at once."
        if not await self.run(_is_ours, address):
            return (
                "550 5.1.1 Nobody has this address. Answer the newest letter, or call the school."
            )
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content or b""
        data = content if isinstance(content, bytes) else content.encode()
        told = Incoming(data, envelope.mail_from or "", list(envelope.rcpt_tos))
        try:
            await self.run(_keep, told)
        except TooMany:
            return "451 4.7.1 Too much at once. Send it again in an hour."
        except Exception:
            log.exception("A mail could not be taken; it will be sent again.")
            return "451 4.3.0 Try again in a while."
        return "250 2.0.0 Taken"


def _is_ours(address: str) -> bool:
    """Whether an answer or a school is meant by it."""
    if reply_id_in(address):
        return True
    local, _at, host = address.strip().lower().rpartition("@")
    if host != settings.MAIL_DOMAIN:
        return False
    try:
        return School.objects.filter(slug=local).exists()
    finally:
        _let_go()


def _keep(incoming: Incoming) -> None:
    try:
        take_mail(incoming)
    finally:
        _let_go()


def _let_go() -> None:
    """A thread keeps no connection between two mails."""
    if not connection.in_atomic_block:
        connection.close()


def door_at(where: str, run: Runs = asyncio.to_thread) -> Controller:
    """Return the door that listens at host:port once it is started."""
    host, _colon, port = where.rpartition(":")
    return Controller(
        Door(run), hostname=host.strip("[]") or "127.0.0.1", port=int(port), data_size_limit=MOST,
        ident="Kindling", enable_SMTPUTF8=True, timeout=60,
    )  # fmt: skip
