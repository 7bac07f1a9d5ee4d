"""Rounds that wait for somebody, for first pages. No statement at a school without a round."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from kindling.rounds.lists import placed_in
from kindling.rounds.models import Round
from kindling.rounds.rules import may_run_rounds, visible_ballots, visible_rounds
from kindling.schools.viewer import Viewer


def rounds_to_rank(viewer: Viewer, student: int) -> list[Round]:
    """Open rounds in which this student (by key) has no list yet, the next deadline first.

    One statement. Ask only for a student who is the viewer.
    """
    if not viewer.school.has_round:
        return []
    mine = visible_ballots(viewer).filter(round=OuterRef("pk"), student=student, length__gt=0)
    placed = placed_in(OuterRef("after")).filter(student=student)
    rounds = visible_rounds(viewer).filter(
        ~Exists(mine), ~Exists(placed),
        state=Round.State.OPEN, closes_at__gt=viewer.school.now(),
    )  # fmt: skip
    return list(rounds.order_by("closes_at", "pk"))


def rounds_to_keep(viewer: Viewer) -> list[Round]:
    """Rounds to close, to run and to publish, for who does that. One statement."""
    if not viewer.school.has_round or not may_run_rounds(viewer):
        return []
    over = Q(state=Round.State.OPEN, closes_at__lte=viewer.school.now())
    waits = over | Q(state__in=[Round.State.CLOSED, Round.State.RUN])
    return list(visible_rounds(viewer).filter(waits).order_by("closes_at", "pk"))
