"""`manage.py restore FILE`: bring back what a backup holds."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command

from kindling.config.backups.manifest import Unusable
from kindling.config.backups.restoring import key_differs, restore_backup


class Command(BaseCommand):
    help = (
        "Replace this installation by what a backup holds. Stop Kindling first. Everything is "
        "checked before anything is touched."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` wrote")
        parser.add_argument(
            "--force", action="store_true", help="replace a school that is here already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path = options["file"].expanduser().resolve()
        if not source.is_file():
            raise CommandError(f"There is no file {source}.")
        try:
            told = restore_backup(source, self.stdout.write, force=options["force"])
        except Unusable as no:
            raise CommandError(str(no)) from no
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        held = ", ".join(told.schools[:3]) or "an empty installation"
        self.stdout.write(f"Restored {held}: {sum(told.rows.values())} rows as of {told.made_at}.")
        if key_differs():
            self.stdout.write(
                "SECRET_KEY is set in the environment and is not the backup's. Set the backup's "
                "(it is in the data folder), or links that were sent before stop working."
            )
