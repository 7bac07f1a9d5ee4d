"""Import a OneRoster 1.2 zip: dry, or for real, one school or all of them."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from kindling.exchange.actions import apply_at_once, discard_import, preview_import, upload_import
from kindling.exchange.founding import found_school, known_school
from kindling.exchange.labels import MANY
from kindling.exchange.models import Import
from kindling.exchange.planning.from_oneroster import schools_in
from kindling.exchange.reading.faults import Log, Shelf
from kindling.exchange.reading.records import Org, Package
from kindling.exchange.reading.rosters import read_roster
from kindling.kit.http import Refused
from kindling.schools.fresh import make_ready
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class Command(BaseCommand):
    help = (
        "Import people and advisories from a OneRoster 1.2 CSV zip. Makes the network and the "
        "schools of orgs.csv where they are missing. Ends with 1 when anything is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("zip", type=Path, help="the package, as the roster system made it")
        parser.add_argument("--school", default="", metavar="SLUG", help="only this school")
        parser.add_argument("--dry-run", action="store_true", help="say it, change nothing")
        parser.add_argument(
            "--lenient", action="store_true", help="mend what is safe to mend, and say so"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        path: Path = options["zip"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        self.stdout.write(f"Reading {path.name} ({len(content):,} bytes)")
        package, log = read_roster(content, name=path.name, lenient=options["lenient"])
        self.say_findings(log)
        if log.faults:
            raise CommandError(f"{log.faults.total} things are wrong. Nothing was changed.")
        make_ready()
        with transaction.atomic():
            for org in self.wanted(package, options["school"]):
                school = known_school(org) or found_school(org, package, slug=options["school"])
                self.import_school(school, org, path, content, options)
            transaction.set_rollback(options["dry_run"])
        took = time.monotonic() - began
        end = "Dry run: nothing was changed." if options["dry_run"] else "Done."
        self.stdout.write(self.style.SUCCESS(f"{end} {took:.1f} s"))

    def wanted(self, package: Package, slug: str) -> list[Org]:
        """The schools to import: all of the package, or the one that --school means."""
        orgs = schools_in(package)
        if not orgs:
            orgs = self.known_orgs()
        if not slug:
            return orgs
        school = School.objects.filter(slug=slug).first()
        for org in orgs:
            if school is None and (slugify(org.name) == slug or len(orgs) == 1):
                return [org]
            if school and school.source_id == org.source_id:
                return [org]
            if (
                school
                and not school.source_id
                and (school.name.casefold() == org.name.casefold() or len(orgs) == 1)
            ):
                return [org]
        names = ", ".join(f"{slugify(org.name)} ({org.name})" for org in orgs)
        raise CommandError(f"The package has no school “{slug}”. It has: {names}.")

    def known_orgs(self) -> list[Org]:
        """A file of changes names no schools: those that came from a roster before."""
        schools = School.objects.exclude(source_id="")
        return [
            Org(row=0, source_id=s.source_id, name=s.name, type="school", identifier="", parent="")
            for s in schools
        ]

    def import_school(
        self, school: School, org: Org, path: Path, content: bytes, options: dict[str, Any]
    ) -> None:
        by = Viewer.system(school)
        with inside(school):
            imported = upload_import(
                kind=Import.Kind.ONEROSTER,
                file_name=path.name,
                content=content,
                is_lenient=options["lenient"],
                by=by,
            )
            made = preview_import(imported, by=by, org=org.source_id)
            self.stdout.write(self.style.MIGRATE_HEADING(f"{school.name} (/{school.slug}/)"))
            self.say_shelf("wrong", made.log.faults)
            self.say_counts(imported)
            if imported.changes_nothing:
                discard_import(imported, by=by)
                return
            if options["dry_run"]:
                return
            try:
                apply_at_once(imported, by=by, tell=self.tell)
            except Refused as refused:
                raise CommandError(str(refused)) from refused

    def tell(self, what: str, count: int) -> None:
        if count:
            self.stdout.write(f"  writing {count:>6,} {what}")

    def say_counts(self, imported: Import) -> None:
        if imported.changes_nothing:
            self.stdout.write("  nothing to change")
        for model, counts in imported.counts.items():
            if model != "totals":
                words = ", ".join(f"{n:,} {what}" for what, n in counts.items())
                self.stdout.write(f"  {MANY[model]}: {words}")

    def say_findings(self, log: Log) -> None:
        self.say_shelf("wrong", log.faults)
        self.say_shelf("mended", log.mends)
        self.say_shelf("worth knowing", log.notes)

    def say_shelf(self, title: str, shelf: Shelf) -> None:
        for fault in shelf:
            out = self.stderr if title == "wrong" else self.stdout
            out.write(f"  {title}: {fault}")
        more = shelf.total - len(list(shelf))
        if more:
            self.stdout.write(f"  {title}: {more} more of the same kind")
