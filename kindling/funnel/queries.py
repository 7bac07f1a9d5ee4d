"""From an interest to an internship that ended: read in one statement, counted in Python."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kindling.funnel import rules
from kindling.funnel.reading import ways_of
from kindling.funnel.ways import GroupRow, Step, Waits, Way, groups_of, lost_of, steps_of, waits_of
from kindling.funnel.words import label_of
from kindling.people.models import Student
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer

GROUPS = ("grade", "advisory", "language")


@dataclass(frozen=True)
class Funnel:
    """Everything the page shows; `waiting` are ways of who never asked, the longest first."""

    students: int
    steps: list[Step]
    groups: list[GroupRow]
    waiting: list[Way]
    waits: Waits
    lost: list[tuple[str, int | None]]


def funnel_of(viewer: Viewer, year: SchoolYear, by: str) -> Funnel:
    """Read the ways of all who count and sum them up. Two statements, whatever the number."""
    ways, today = ways_of(viewer, year), viewer.school.today()
    own = rules.is_of_own(viewer)
    waiting = sorted((way for way in ways if way.never_asked), key=lambda way: way.since_on)
    named = rules.may_see_names(viewer)
    return Funnel(
        len(ways),
        steps_of(ways, own=own),
        [] if own else named_groups(groups_of(ways, by, today), by),
        waiting if named else [],
        waits_of(ways, today, own=own),
        lost_of(ways, own=own),
    )


def named_groups(rows: list[GroupRow], by: str) -> list[GroupRow]:
    """The same with names in the reader's language, in the order of these."""
    told = [replace(row, label=label_of(by, row.label)) for row in rows]
    return sorted(told, key=lambda row: row.label)


def students_waiting(ways: list[Way]) -> list[tuple[Student, Way]]:
    """Return who they are, for the ways of one page. One statement."""
    keys = [way.student for way in ways]
    found = rules.named_students(keys).in_bulk() if keys else {}
    return [(found[way.student], way) for way in ways]
