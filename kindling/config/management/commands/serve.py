"""`manage.py serve`: the web server and the worker as one process tree."""

import os
from argparse import ArgumentParser
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command, get_commands
from django.db import transaction

from kindling.config import processes
from kindling.kit.clock import ClockRefused
from kindling.office.code import set_up_code
from kindling.schools.models import Installation, School
from kindling.schools.world import is_empty, moment

OTHERS_FOLDER = {
    "demo": "This folder holds a real school, and nothing turns one into a demo. "
    "Give the demo a folder of its own: ./go --data FOLDER",
    "school": "This folder holds the demo, and nothing turns it into a real school. "
    "Give the school a folder of its own: ./go school --data FOLDER",
}


class Command(BaseCommand):
    help = "Serve Kindling: web server and background worker. Ctrl-C stops both."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="web processes")
        parser.add_argument("--threads", type=int, default=2, help="requests at once in each")
        parser.add_argument(
            "--no-work", action="store_true", help="web only; `work` runs elsewhere"
        )
        parser.add_argument(
            "--world",
            choices=list(OTHERS_FOLDER),
            help="make the demo or a real school's folder first, and refuse the other one's",
        )
        parser.add_argument("--prepare", action="store_true", help="make it and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port, world = options["host"], options["port"], options["world"]
        if not options["prepare"] and not processes.is_port_free(host, port):
            raise CommandError(
                f"Port {port} is in use. Stop what runs there, or take another: --port {port + 1}"
            )
        try:
            with processes.Tree() as tree:
                if world:
                    prepare(world)
                check_clock()
                if options["prepare"]:
                    return
                near = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104
                os.environ.setdefault("BASE_URL", f"http://{near}:{port}")  # links in mail
                tree.start(processes.web(host, port, options["workers"], options["threads"]))
                if not options["no_work"]:
                    tree.start(processes.worker())
                if settings.MAIL_IN:
                    tree.start(processes.letterbox())
                tree.wait_for(near, port, seconds=60)
                if model := processes.line(settings.DATA):
                    tree.start(model, is_spare=True)
                self.welcome(world, f"http://{near}:{port}")
                tree.watch()
        except processes.Fallen as fallen:
            raise CommandError(str(fallen)) from fallen
        except processes.Stopped:
            self.stdout.write("Stopped.")

    def welcome(self, world: str | None, site: str) -> None:
        """Print where to go: in the demo one line for each member of the cast."""
        doors = cast_doors(site) if world == "demo" else []
        widths = [max((len(door[column]) for door in doors), default=0) for column in (0, 1)]
        for role, name, url in doors:
            self.stdout.write(f"{role:<{widths[0]}}  {name:<{widths[1]}}  {url}")
        if world == "school" and is_empty():
            self.stdout.write(f"Set up your school: {site}/set-up/?code={set_up_code()}")
        self.stdout.write(f"Kindling is ready at {site}/ · Ctrl-C stops it.")
        self.stdout.flush()


def prepare(world: str) -> None:
    """Bring the database up to date and make sure it is of this world."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    mark = Installation.objects.first()
    if (mark and mark.is_demo != (world == "demo")) or (not mark and School.objects.exists()):
        raise CommandError(OTHERS_FOLDER[world])
    if mark:
        return
    if world == "school":
        Installation.objects.create(is_demo=False)
    elif "make_demo" in get_commands():
        with transaction.atomic():  # a demo half made would look like a real school
            call_command("make_demo")


def check_clock() -> None:
    """Refuse to start where the environment sets the clock of real people."""
    try:
        moment()
    except ClockRefused as refused:
        raise CommandError(str(refused)) from refused


def cast_doors(site: str) -> list[tuple[str, str, str]]:
    """Return role, name and the address that signs each member of the cast in."""
    try:
        doors = import_module("kindling.demo.doors")
    except ModuleNotFoundError:
        return []
    return list(doors.cast_doors(site))
