"""What apps above show on a student's page of goals: how judgements went, evidence, plans.

They register a source here; the page asks each once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Line:
    """A word about one goal, and where it leads."""

    text: str
    href: str
    tone: str = "quiet"


# Identifier of a goal (the same in each version), or public id of an own goal → its line.
type Source = Callable[[Viewer, Student], dict[str, Line]]
SOURCES: list[Source] = []


def tell_of_goals(source: Source) -> Source:
    """Register a source; twice is once."""
    if source not in SOURCES:
        SOURCES.append(source)
    return source


def lines_of(viewer: Viewer, student: Student) -> dict[str, Line]:
    """Return what all sources say of this student's goals."""
    found: dict[str, Line] = {}
    for source in SOURCES:
        found |= source(viewer, student)
    return found
