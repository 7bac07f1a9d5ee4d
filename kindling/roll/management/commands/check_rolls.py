"""Compare the kept sums of the roll with the marks and days they are made of."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kindling.roll.actions import recompute_sums
from kindling.roll.proof import proof_of, wrong_marks
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class Command(BaseCommand):
    help = "Check that the sums of the roll are those of its marks; --mend puts them right."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="write the right sums")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for school in School.objects.order_by("slug"):
            by = Viewer.system(school)
            off = recompute_sums(school, by=by) if options["mend"] else proof_of(school)
            for month, change in off.months.items():
                told = ", ".join(f"{part} {n:+}" for part, n in change.items() if n)
                self.stdout.write(f"{school.slug}: the school, {month:%Y-%m}: {told}")
            for (student, month), change in off.sums.items():
                told = ", ".join(f"{part} {n:+}" for part, n in change.items() if n)
                self.stdout.write(f"{school.slug}: student {student}, {month:%Y-%m}: {told}")
            wrong += len(off.sums) + len(off.months)
            for (student, on), (code, said) in wrong_marks(school, school.today()).items():
                told = f"is “{code}”, the internship day says “{said}”"
                self.stdout.write(f"{school.slug}: student {student}, {on}: {told}")
                wrong += 1
        if wrong and not options["mend"]:
            raise CommandError(f"{wrong} sums or marks are wrong. Run again with --mend.")
        mended = f"{wrong} sums of the roll were put right."
        self.stdout.write(mended if wrong else "All sums of the roll are right.")
