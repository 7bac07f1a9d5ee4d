"""How much was kept, for pages of other apps: one statement each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kindling.evidence import rules
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Kept:
    """How many pieces, and the day of the last."""

    count: int
    last_on: date


def kept_for_items(viewer: Viewer, plan: int) -> dict[int, Kept]:
    """Key of each item of a plan → how much was kept for it. One statement; the caller sees the plan."""
    return _by(viewer, "plan_item", plan_item__plan=plan)


def kept_for_projects(viewer: Viewer, projects: list[int]) -> dict[int, Kept]:
    """Key of each project → how much was kept for it. One statement; the caller sees the projects."""
    return _by(viewer, "project", project__in=projects)


def _by(viewer: Viewer, name: str, **which: object) -> dict[int, Kept]:
    rows = rules.counted_tags(viewer, name).filter(**which)
    return {row[name]: Kept(row["n"], row["last"]) for row in rows}


@dataclass(frozen=True)
class EvidenceLine:
    """A student's pieces of this term."""

    count: int
    last_at: datetime | None


def evidence_lines(viewer: Viewer, students: list[int]) -> dict[int, EvidenceLine]:
    """Key of each student → pieces of the term that runs. One statement for any number."""
    today = viewer.school.today()
    rows = rules.visible_tallies(viewer).filter(
        student__in=students, term__starts_on__lte=today, term__ends_on__gte=today
    )
    return {row.student_id: EvidenceLine(row.count, row.last_at) for row in rows}


def evidence_line(viewer: Viewer, student: Student) -> EvidenceLine:
    """One student's. One statement."""
    return evidence_lines(viewer, [student.pk]).get(student.pk, EvidenceLine(0, None))
