"""Which students need papers for which place: who may go after it, or is there."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kindling.agreements import pairs as board
from kindling.placements.models import Pursuit
from kindling.placements.rules import visible_pursuits
from kindling.schools.viewer import Viewer


def pairs(viewer: Viewer) -> QuerySet[Any]:
    """Live pursuits, those with an internship too, in the order of students' names."""
    live = visible_pursuits(viewer).filter(state__in=Pursuit.LIVE)
    related = live.select_related("student__person", "opportunity__site")
    return related.order_by("student__person__sort_name", "pk")


def register() -> None:
    """Let the board of agreements ask us."""
    board.register(pairs)
