"""What was reported about the students of a roll, and nobody has cleared yet.

Apps above this one (absences) know it. They register a function here; the roll asks it, and knows
none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from kindling.schools.models import School


@dataclass(frozen=True)
class Reported:
    """One word about one student: late or not coming, who said it, and where it is answered."""

    words: str
    url: str


# School, day, students' keys → student's key: the word that holds. A constant few statements.
type Source = Callable[[School, date, Collection[int]], dict[int, Reported]]

SOURCES: list[Source] = []


def know_reported(source: Source) -> Source:
    """Register who knows of reports; twice is once."""
    if source not in SOURCES:
        SOURCES.append(source)
    return source


def reported_on(school: School, on: date, students: Collection[int]) -> dict[int, Reported]:
    """Return student's key → what waits for somebody's word."""
    found: dict[int, Reported] = {}
    for source in SOURCES:
        found |= source(school, on, students)
    return found
