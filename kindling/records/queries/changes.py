"""What was corrected."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kindling.people.models import Student
from kindling.roll.models import Correction
from kindling.roll.rules import visible_corrections
from kindling.schools.viewer import Viewer


def changes_in(viewer: Viewer, student: Student | None) -> QuerySet[Correction]:
    """Corrections of the students one sees (of one of them), newest first."""
    rows: QuerySet[Any] = visible_corrections(viewer).select_related("student__person", "by")
    rows = rows.filter(student=student) if student else rows
    return rows.order_by("-at", "-pk")
