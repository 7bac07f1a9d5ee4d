"""`manage.py import_case SLUG FILE`: bring in a CASE package, or say what it would change."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import transaction

from kindling.goals.actions import bring_in
from kindling.goals.case.package import Unreadable
from kindling.goals.case.reading import read_package
from kindling.kit.http import Refused
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class Command(BaseCommand):
    help = (
        "Bring a CASE 1.0 or 1.1 package (JSON) into a school. Handed in again, it changes "
        "nothing; what is gone from it is marked and stays. Nothing is fetched."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the school's short address")
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say it, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        school = School.objects.filter(slug=options["slug"]).first()
        if school is None:
            raise CommandError(f"No school has the address “{options['slug']}”.")
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from error
        try:
            with inside(school):
                told = self.bring(school, content, dry=options["dry_run"])
        except (Unreadable, Refused) as refused:
            raise CommandError(str(refused)) from refused
        for name, count in told.items():
            self.stdout.write(f"{name}: {count}")
        end = "Dry run: nothing was changed" if options["dry_run"] else "Done"
        self.stdout.write(f"{end} ({time.monotonic() - began:.1f} s).")

    def bring(self, school: School, content: bytes, *, dry: bool) -> dict[str, int]:
        """Bring it in, all or nothing; return what changed, in numbers."""
        with transaction.atomic():
            package = read_package(content)
            _framework, difference = bring_in(package, by=Viewer.system(school))
            transaction.set_rollback(dry)
        return {"items": len(package.items), **difference.counts()}
