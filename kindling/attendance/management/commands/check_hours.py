"""Compare the kept sums of hours with the days they are made of."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kindling.attendance.actions import recompute_hours
from kindling.attendance.sums import wrong_sums
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class Command(BaseCommand):
    help = "Check that the sums of hours are those of the days; --mend puts them right."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="write the right sums")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for school in School.objects.order_by("slug"):
            found = wrong_sums(school)
            for row, parts in found:
                told = ", ".join(f"{part} {minutes}" for part, minutes in parts.items())
                self.stdout.write(f"{school.slug}: placement {row.placement_id} should be {told}")
            if options["mend"]:
                recompute_hours(school, by=Viewer.system(school))
            wrong += len(found)
        if wrong and not options["mend"]:
            raise CommandError(f"{wrong} sums of hours are wrong. Run again with --mend.")
        mended = f"{wrong} sums of hours were put right."
        self.stdout.write(mended if wrong else "All sums of hours are right.")
