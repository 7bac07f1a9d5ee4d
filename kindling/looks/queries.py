"""Who looked, day by day, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kindling.looks.models import Look


@dataclass(frozen=True)
class LookLine:
    """One adult on one day, and the parts they opened."""

    name: str
    parts: list[str]


@dataclass(frozen=True)
class LookDay:
    """A day, the newest first."""

    on: date
    lines: list[LookLine]


def look_days(rows: Iterable[Look]) -> list[LookDay]:
    """Put rows (by day, then person) into days and lines. No statement."""
    days = []
    for on, of_day in groupby(rows, key=lambda row: row.on):
        people = groupby(of_day, key=lambda row: row.person)
        lines = [
            LookLine(person.name, [row.get_what_display() for row in found])
            for person, found in people
        ]
        days.append(LookDay(on, lines))
    return days
