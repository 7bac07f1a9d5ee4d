"""Import places from a spreadsheet; the columns are guessed from the first row."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kindling.exchange.actions import apply_at_once, discard_import, preview_import, upload_import
from kindling.exchange.labels import FIELDS
from kindling.exchange.models import Import
from kindling.kit.http import Refused
from kindling.schools.fresh import make_ready
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class Command(BaseCommand):
    help = (
        "Import organisations, sites, mentors and opportunities from a CSV or XLSX file. "
        "Rows with a mistake are left out and named; the command then ends with 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--school", default="", metavar="SLUG", help="needed with several")
        parser.add_argument("--dry-run", action="store_true", help="say it, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        school = self.find_school(options["school"])
        path: Path = options["file"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        by = Viewer.system(school)
        with inside(school):
            imported = upload_import(
                kind=Import.Kind.PLACES, file_name=path.name, content=content, by=by
            )
            self.say_mapping(imported)
            made = preview_import(imported, by=by)
            for note in made.log.notes:
                self.stdout.write(f"  worth knowing: {note}")
            for fault in made.log.faults:
                self.stderr.write(f"  wrong: {fault}")
            self.finish(imported, by, dry_run=options["dry_run"])
        if made.log.faults:
            raise CommandError(f"{made.log.faults.total} rows or cells were left out.")

    def find_school(self, slug: str) -> School:
        schools = School.objects.order_by("slug")
        if slug:
            schools = schools.filter(slug=slug)
        found = list(schools[:2])
        if len(found) != 1:
            known = ", ".join(School.objects.order_by("slug").values_list("slug", flat=True)[:20])
            raise CommandError(f"Say which school with --school SLUG. There are: {known}.")
        return found[0]

    def say_mapping(self, imported: Import) -> None:
        for field, index in imported.mapping.items():
            self.stdout.write(f"  {imported.header[index]} → {FIELDS[field]}")

    def finish(self, imported: Import, by: Viewer, *, dry_run: bool) -> None:
        counts = imported.counts.get("totals", {})
        words = ", ".join(f"{n:,} {what}" for what, n in counts.items()) or "nothing to change"
        self.stdout.write(f"  {words}")
        if dry_run or imported.changes_nothing:
            discard_import(imported, by=by)
            self.stdout.write("Nothing was changed.")
            return
        try:
            apply_at_once(imported, by=by, tell=self.tell)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(self.style.SUCCESS("Done."))

    def tell(self, what: str, count: int) -> None:
        if count:
            self.stdout.write(f"  writing {count:,} {what}")
