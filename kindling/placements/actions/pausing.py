"""A pause: nobody is expected there, the seat and the plan are kept."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.placements import rules
from kindling.placements.actions.telling import tell, tell_guides, tell_student
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer


@transaction.atomic
def pause_placement(placement: Placement, *, by: Viewer) -> None:
    """Expect nobody there from today on. Student, advisor and coordinator are told, no reason."""
    require(rules.may_pause(by, placement))
    hold_placement(placement, by=by)
    tell_student(placement, "paused", by=by)
    tell_guides(placement, "paused", by=by)


@transaction.atomic
def resume_placement(placement: Placement, *, by: Viewer) -> None:
    """Plan the days as they were, from today on, and tell student, advisor and coordinator."""
    require(rules.may_resume(by, placement))
    release_placement(placement, by=by)


def hold_placement(placement: Placement, *, by: Viewer) -> None:
    """Pause without asking whether one may, and tell nobody: for actions that have asked.

    The history says that it was paused, never why. Raises Refused unless it runs.
    """
    today = by.school.today()
    take_step(placement, "pause", by=by, paused_days=placement.days_to_keep(today))
    placement.stop_days(today - timedelta(days=1))


def release_placement(placement: Placement, *, by: Viewer) -> None:
    """Let it go on without asking whether one may: for actions that have asked already."""
    kept = Placement.objects.values_list("paused_days", flat=True).get(pk=placement.pk)
    take_step(placement, "resume", by=by, paused_days=[])
    placement.plan_kept_days(kept, since_on=by.school.today())
    tell_student(placement, "resumed", by=by)
    tell_guides(placement, "resumed", by=by)


@transaction.atomic
def tell_mentor_of_pause(placement: Placement, *, by: Viewer) -> None:
    """Write to the mentor that nobody comes for now. Staff decide; no reason is given."""
    record("placement.tell_mentor", placement, by=by)
    tell([placement.mentor], "paused_mentor", placement, by=by)
