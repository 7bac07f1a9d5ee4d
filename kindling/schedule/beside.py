"""What else a student does on a date, told by apps above: a workshop, help after school."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kindling.schools.viewer import Viewer

# Keys of students the viewer sees → sentences for their plan of the day. One statement each.
type Source = Callable[[Viewer, date, list[int]], dict[int, list[str]]]
SOURCES: list[Source] = []


def tell_beside(source: Source) -> None:
    """Let the plan of a day show this; twice is once."""
    if source not in SOURCES:
        SOURCES.append(source)


def told_beside(viewer: Viewer, on: date, students: list[int]) -> dict[int, list[str]]:
    """Everything that stands beside the plans of these students."""
    found: dict[int, list[str]] = {}
    for source in SOURCES:
        for student, sentences in source(viewer, on, students).items():
            found.setdefault(student, []).extend(sentences)
    return found
