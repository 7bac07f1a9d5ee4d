"""Numbers of a school for those who may not see a student."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.home.rules import school_counts
from kindling.kit.small import SMALLEST, shown
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Totals:
    """None: too few to show."""

    students: int | None
    placed: int | None
    without: int | None


def school_totals(viewer: Viewer) -> Totals:
    """How many students, and how many have an internship. One statement.

    Where one number is too small, the one it could be told from is hidden as well.
    """
    students, placed = school_counts(viewer)
    if students < SMALLEST:
        return Totals(None, None, None)
    parts = (placed, students - placed)
    if any(shown(part) is None for part in parts):
        return Totals(students, None, None)
    return Totals(students, *parts)
