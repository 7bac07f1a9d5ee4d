"""`manage.py receive`: the door through which answers by e-mail come in."""

import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kindling.letterbox.door import door_at


class Command(BaseCommand):
    help = "Take mail by SMTP at MAIL_IN (host:port). `serve` starts it where MAIL_IN is set."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--at", default="", help="host:port, instead of MAIL_IN")

    def handle(self, *args: Any, **options: Any) -> None:
        where = options["at"] or settings.MAIL_IN
        if not where.rpartition(":")[2].isdigit():
            raise CommandError("Say where to listen: MAIL_IN=127.0.0.1:2525")
        door, stop = door_at(where), Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_told: stop.set())
        try:
            door.start()
        except OSError as no:
            raise CommandError(f"Nobody can listen at {where}: {no}") from no
        self.stdout.write(f"Mail comes in at {where} for @{settings.MAIL_DOMAIN}.")
        self.stdout.flush()
        stop.wait()
        door.stop()
