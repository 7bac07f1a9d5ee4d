"""`manage.py work`: background tasks and what the clock asks for."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection
from django.utils.module_loading import autodiscover_modules

from kindling.chores.clockwork import REGISTRY
from kindling.chores.models import Chore
from kindling.chores.worker import Hand


class Command(BaseCommand):
    help = (
        "Do background tasks (letters, imports) and what the clock asks for, until Ctrl-C. "
        "`serve` starts one; start more, on any machine with the same database, when one is busy."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--interval", type=float, default=0.5, help="seconds to rest when nothing waits"
        )
        parser.add_argument(
            "--once", action="store_true", help="do what is due and what waits, then stop"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if "django_tasks_db" not in settings.TASKS["default"]["BACKEND"]:
            raise CommandError("Tasks do not wait in the database here, so there is no work.")
        if Chore._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001
            raise CommandError("The database is empty. Make its tables first: manage.py migrate")
        autodiscover_modules("actions")  # chores register where their actions stand
        for name in ("django_tasks_db", "django.tasks"):  # failures are told, routine is not
            logging.getLogger(name).setLevel(logging.WARNING)
        hand = Hand(interval=max(0.05, options["interval"]), once=options["once"])
        hand.configure_signals()
        if options["verbosity"] > 1:
            self.stdout.write(f"{len(REGISTRY)} chores by the clock: {', '.join(REGISTRY)}")
        hand.work()
