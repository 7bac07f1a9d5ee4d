"""What a roll-over would do, student by student. Reads only: the dry run and the run ask it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kindling.enrollment.rules import (
    done_roll_overs,
    enrolled_students,
    running_placements,
    years_of,
)
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer

MOVES, STAYS, LEAVES = "moves", "stays", "leaves"


@dataclass(frozen=True)
class Line:
    """One student: the grade now and after; `place` is where an internship runs."""

    student: Any
    grade: str
    what: str
    place: str = ""


@dataclass(frozen=True)
class Plan:
    """A roll-over into `year`, not run yet (`done` is None) or already run."""

    source: SchoolYear
    year: SchoolYear
    ladder: dict[str, str]  # grade → the next one; "" leaves
    lines: list[Line]
    done: Any = None

    def counted(self, what: str) -> int:
        return sum(line.what == what for line in self.lines)

    def last_day(self, today: date) -> date:
        """Leavers' last day: the old year's, or today while it still runs."""
        return min(self.source.ends_on, today)

    @property
    def grades(self) -> list[str]:
        return list(self.ladder)


def years_to_roll(viewer: Viewer) -> tuple[SchoolYear, SchoolYear] | None:
    """Return the last two school years, the older first; None while there is only one."""
    years = list(years_of(viewer)[:2])
    return (years[1], years[0]) if years[1:] else None


def plan_of(
    viewer: Viewer, ladder: Mapping[str, str] | None = None, stay: Collection[str] = ()
) -> Plan | None:
    """Return what would happen to every enrolled student; None without a next year. Four statements.

    `ladder` says which grade follows which ("" leaves), else the next one in order; `stay` are
    public ids of students who repeat their grade.
    """
    years = years_to_roll(viewer)
    if years is None:
        return None
    students = list(enrolled_students(viewer))
    steps = ladder_of(sorted({one.grade for one in students if one.grade}), ladder or {})
    places = {one.student_id: one.site.name for one in running_placements(viewer)}
    lines = [line_of(one, steps, one.public_id in stay, places.get(one.pk, "")) for one in students]
    done = done_roll_overs(viewer).filter(year=years[1]).first()
    return Plan(*years, steps, lines, done)


def ladder_of(grades: list[str], wanted: Mapping[str, str]) -> dict[str, str]:
    """Return grade → the next one: as wanted, else the next in order, and nothing after the last."""
    following = dict(zip(grades, [*grades[1:], ""], strict=True))
    return {grade: wanted.get(grade, following[grade]) for grade in grades}


def line_of(student: Any, ladder: Mapping[str, str], stays: bool, place: str) -> Line:
    """Say what happens to one student; somebody without a grade stays."""
    following = ladder.get(student.grade)
    if stays or following is None or following == student.grade:
        return Line(student, student.grade, STAYS, place)
    return Line(student, following, MOVES if following else LEAVES, place)
