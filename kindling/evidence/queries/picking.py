"""Pieces to choose from: for a judgement, for a page of the portfolio."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.evidence import rules
from kindling.evidence.models import Evidence
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


def pickable(viewer: Viewer, student: Student) -> QuerySet[Evidence]:
    """Kept pieces of a student that the viewer sees, the newest first; page it or cut it."""
    return rules.kept_evidence(viewer).filter(student=student)
