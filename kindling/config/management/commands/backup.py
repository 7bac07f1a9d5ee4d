"""`manage.py backup FILE`: everything of this installation in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from kindling.config.backups.making import make_backup
from kindling.config.backups.manifest import Unusable


class Command(BaseCommand):
    help = (
        "Write database, uploaded files and secret key into one file, while Kindling runs. "
        "The file opens everything: keep it like a key."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="for example kindling-2026-10-13.tar.gz")
        parser.add_argument(
            "--no-files", action="store_true", help="leave uploaded files out (S3 keeps them)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"].expanduser().resolve()
        try:
            made = make_backup(target, self.stdout.write, with_files=not options["no_files"])
        except Unusable as no:
            raise CommandError(str(no)) from no
        size, rows = target.stat().st_size / 1_000_000, sum(made.rows.values())
        self.stdout.write(
            f"{target}: {rows} rows, {len(made.parts) - 2} files, {size:.1f} MB. "
            "Keep it like a key, on another machine."
        )
