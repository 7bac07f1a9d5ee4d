"""What a page of a run shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.inventory.words import KEEPS, TOPICS
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.privacy.models import Run
from kindling.privacy.rules import chosen_months
from kindling.privacy.words import about_backups, how_long
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Line:
    """One topic and end, in words, with its numbers."""

    topic: Any
    end: Any
    rule: str
    found: int
    stays: int
    gone: int
    files: int


@dataclass(frozen=True)
class RunPage:
    lines: list[Line]
    names: list[Student]
    backups: str
    total: int


def run_page(viewer: Viewer, run: Run) -> RunPage:
    """Three statements: the lines, what the school chose, some names."""
    chosen = chosen_months(viewer.school)
    lines = [
        Line(
            TOPICS[one.topic].label, KEEPS[one.keep].label, how_long(one.keep, chosen),
            one.found, one.stays, one.gone, one.files,
        )
        for one in run.lines.order_by("topic", "keep")
    ]  # fmt: skip
    names = visible_students(viewer).filter(public_id__in=run.samples) if run.samples else []
    total = sum(one.found - one.stays for one in lines)
    return RunPage(lines, list(names), about_backups(chosen), total)
