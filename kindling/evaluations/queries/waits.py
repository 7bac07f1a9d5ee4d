"""What mentors handed in, for whoever talks with the student about it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.evaluations import rules
from kindling.evaluations.models import Evaluation
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For a student's own advisor, and the coordinator: talk about it, then let it count."""
    if viewer.purpose or not viewer.is_a(Role.ADVISOR, Role.COORDINATOR):
        return []
    rows = rules.visible_evaluations(viewer).filter(
        state__in=[Evaluation.State.SUBMITTED, Evaluation.State.DISCUSSED]
    )
    return [_wait(row) for row in rows.order_by("submitted_at", "pk")[:MOST]]


def _wait(row: Evaluation) -> Wait:
    told = {"mentor": row.mentor.name, "name": row.student.name}
    if row.state == Evaluation.State.SUBMITTED:
        say = _("Talk with %(name)s about what %(mentor)s wrote") % told
    else:
        say = _("Let the evaluation of %(name)s count") % told
    since = row.submitted_at or row.opened_at
    key = f"evaluation.{row.state}:{row.public_id}"
    return Wait(key, say, row.get_absolute_url(), HoldsUp.STUDENT, since, row.student.name, "star")
