"""`manage.py export_school SLUG FILE`: everything of one school as plain files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from kindling.leaving.whole.making import pack_school
from kindling.leaving.whole.packing import Unusable
from kindling.schools.models import School


class Command(BaseCommand):
    help = (
        "Write everything of one school into a ZIP of plain files (HTML, CSV, JSON, OneRoster, the "
        "files themselves) that opens without Kindling. Keep it like a key."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the school, as in its address")
        parser.add_argument("file", type=Path, help="for example harbor-view-2027-06-30.zip")

    def handle(self, *args: Any, **options: Any) -> None:
        school = School.objects.select_related("network").filter(slug=options["slug"]).first()
        if school is None:
            raise CommandError(f"There is no school {options['slug']}.")
        target: Path = options["file"].expanduser().resolve()
        try:
            about = pack_school(school, target, self.stdout.write)
        except Unusable as no:
            raise CommandError(str(no)) from no
        for label, count in about.loosened.items():
            self.stdout.write(f"{label}: {count} rows hang on another school and stay behind.")
        size = target.stat().st_size / 1_000_000
        self.stdout.write(
            f"{target}: {school.name}, {sum(about.rows.values())} rows, {size:.1f} MB. "
            "Keep it like a key."
        )
