"""Mail as people send it."""

from __future__ import annotations

import asyncio
import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from django.db import connections
from django.test import override_settings

from kindling.letterbox.door import door_at
from kindling.letterbox.reading import Incoming


def a_mail(sender: str, to: str, text: str, **heads: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, "Re: A message"
    mail["Message-ID"] = heads.pop("message_id", "<one@mail.example>")
    for name, value in heads.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def incoming(mail: EmailMessage, *, sender: str | None = None) -> Incoming:
    """The mail with its envelope, as a server hands it over."""
    envelope = str(mail["From"]) if sender is None else sender
    return Incoming(mail.as_bytes(), envelope, [str(mail["To"])])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def post(mail: EmailMessage, port: int) -> None:
    """Hand it over by SMTP, as a mail server does. Raises smtplib's errors."""
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as server:
        server.send_message(mail)


@contextmanager
def open_door(domain: str = "mail.harbor.example") -> Iterator[int]:
    """The SMTP door on a free port. Its threads use the test's own connection to the database."""
    lent = connections["default"]
    lent.inc_thread_sharing()

    def borrow(work, *args):
        connections["default"] = lent
        return work(*args)

    async def run(work, *args):
        return await asyncio.to_thread(borrow, work, *args)

    port = free_port()
    with override_settings(MAIL_IN=f"127.0.0.1:{port}", MAIL_DOMAIN=domain):
        door = door_at(f"127.0.0.1:{port}", run)
        door.start()
        try:
            yield port
        finally:
            door.stop()
            lent.dec_thread_sharing()
