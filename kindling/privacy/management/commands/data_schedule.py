"""Write docs/data-schedule.md from the record.toml of every app."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from kindling.privacy.queries.schedule import LEGEND, headings, tables

FILE = Path("docs") / "data-schedule.md"
HEAD = """\
# What Kindling keeps

Made by `python manage.py data_schedule` from the `record.toml` of every app; do not edit. A school publishes the same
with its own times at `/SCHOOL/what-we-keep/`. The times below are the usual ones.
"""


class Command(BaseCommand):
    help = "Write docs/data-schedule.md"

    def handle(self, *args: Any, **options: Any) -> None:
        (settings.BASE_DIR / FILE).write_text(schedule())


def schedule() -> str:
    """The whole file, in English."""
    with translation.override("en"):
        parts = [HEAD, "## Classes\n", *(f"- **{word}.** {what}" for word, what in LEGEND), ""]
        parts += ["## Topics\n"]
        for one in headings({}):
            ends = "; ".join(f"{label}: {end}" for label, end in one.ends)
            parts += [f"**{one.label}.** {one.what} *What for:* {one.why} *Kept:* {ends}.\n"]
        parts += ["## Every field\n"]
        for app, models in tables({}):
            parts += [f"### {app}\n"]
            for model in models:
                parts += [f"**{model.label}** {model.what} *Kept:* {model.end}.\n"]
                parts += [*(f"- {word}: {', '.join(names)}" for word, names in model.fields), ""]
        return "\n".join(parts).rstrip() + "\n"
