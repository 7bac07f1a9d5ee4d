"""Appeals and drafts that wait for somebody."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.credits import rules
from kindling.credits.models import Appeal
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.viewer import Viewer

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """Registrar and principal: appeals, the oldest first. One statement; others none at all."""
    if viewer.person is None or not rules.may_approve(viewer):
        return []
    rows = rules.visible_appeals(viewer).filter(state=Appeal.State.ASKED)
    rows = rows.exclude(by=viewer.person)
    say = _("Answer the appeal of %(name)s about %(subject)s")
    return [
        Wait(
            f"appeal:{row.public_id}", say % {"name": row.student.name, "subject": row.line.title},
            row.get_absolute_url(), HoldsUp.STUDENT, row.at, row.student.name, "scale",
        )
        for row in rows[:MOST]
    ]  # fmt: skip
