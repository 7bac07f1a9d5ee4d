"""Which credentials wait for somebody: a mentor wrote, and nobody has awarded it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.credentials import rules
from kindling.credentials.models import Endorsement
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For who guides the student: award what its mentor wrote for. One statement."""
    if viewer.purpose or viewer.person is None:
        return []
    return [_wait(row) for row in rules.given_endorsements(viewer)[:MOST]]


def _wait(row: Endorsement) -> Wait:
    student, placement = row.placement.student, row.placement
    told = {"mentor": row.mentor.name, "name": student.name}
    say = _("Award the internship of %(name)s: %(mentor)s wrote") % told
    where = url("credentials:award", student.public_id, "internship", placement.public_id)
    since = row.given_at or row.asked_at
    return Wait(
        f"credential.award:{row.public_id}", say, where, HoldsUp.STUDENT, since, student.name,
        "award",
    )  # fmt: skip
