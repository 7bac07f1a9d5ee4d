"""`migrate`, which makes the tables of an empty database in one go."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS

from kindling.kit.tables import make_tables


class Command(migrate.Command):
    """Django's own, but for a database that holds nothing yet: seconds in place of minutes."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--each", action="store_true", help="apply each migration to an empty database, too"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        asked = ("each", "app_label", "plan", "check_unapplied", "fake")
        if options["database"] == DEFAULT_DB_ALIAS and not any(options[name] for name in asked):
            make_tables()
        super().handle(*args, **options)
