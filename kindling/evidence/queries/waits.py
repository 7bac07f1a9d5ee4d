"""What waits in somebody's inbox: pictures they are asked about, pieces they have not seen."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.evidence import rules
from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """At most two statements."""
    return _asked(viewer) + _unseen(viewer)


def _asked(viewer: Viewer) -> list[Wait]:
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return []
    rows = rules.asked_pictures(viewer).filter(state="asked").order_by("asked_at")[:MOST]
    say = _("%(name)s asks whether others may see a picture with you in it.")
    return [
        Wait(
            f"evidence.picture:{row.public_id}", say % {"name": row.evidence.student.first},
            url("evidence:pictures"), HoldsUp.STUDENT, row.asked_at, row.evidence.student.name,
            "image",
        )
        for row in rows
    ]  # fmt: skip


def _unseen(viewer: Viewer) -> list[Wait]:
    """For advisors, a line for each of their students."""
    if viewer.purpose or not viewer.is_a(Role.ADVISOR):
        return []
    return [
        Wait(
            f"evidence.unseen:{row['student__public_id']}",
            ngettext(
                "%(name)s kept %(num)s new piece.", "%(name)s kept %(num)s new pieces.", row["n"]
            ) % {"name": row["student__person__name"], "num": row["n"]},
            url("evidence:student", row["student__public_id"]), HoldsUp.NOBODY, row["since"],
            row["student__person__name"], "images",
        )
        for row in rules.unseen_by_student(viewer)[:MOST]
    ]  # fmt: skip
