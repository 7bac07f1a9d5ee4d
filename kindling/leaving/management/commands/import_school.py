"""`manage.py import_school FILE`: bring a packed school into an empty installation."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command

from kindling.leaving.whole.bringing import bring_school
from kindling.leaving.whole.packing import Unusable


class Command(BaseCommand):
    help = (
        "Bring the school that `export_school` packed into an installation without one. Everything "
        "is checked before anything is written, and it is written whole or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what `export_school` wrote")

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path = options["file"].expanduser().resolve()
        if not source.is_file():
            raise CommandError(f"There is no file {source}.")
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        try:
            about = bring_school(source, self.stdout.write)
        except Unusable as no:
            raise CommandError(str(no)) from no
        call_command("rebuild_search", verbosity=0)
        self.stdout.write(
            f"{about.school} is here: {sum(about.rows.values())} rows. Nobody can sign in with an old "
            f"password. First: manage.py make_administrator {about.slug} E-MAIL. Links that were "
            "sent before do not work here; new ones are sent."
        )
