"""Which judgements wait for somebody."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.judgements import rules
from kindling.judgements.models import Judgement
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.viewer import Viewer

MOST = 50
State = Judgement.State


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for this viewer, longest first, at most fifty. One statement.

    An advisor: what their students propose. A second judge: what they were given. Coordinator and
    principal: what was drawn and nobody has. A student: what was given back to them.
    """
    if viewer.purpose or viewer.person is None:
        return []
    return [_wait(row) for row in rules.waiting_for(viewer)[:MOST]]


def _wait(row: Judgement) -> Wait:
    name, goal = row.student.name, row.goal.code or row.goal.title
    kind, say, holds = {
        State.PROPOSED: (
            "first", _("Judge %(goal)s with %(name)s") % {"goal": goal, "name": name},
            HoldsUp.STUDENT,
        ),
        State.RETURNED: (
            "returned", _("Look again at %(goal)s") % {"goal": goal}, HoldsUp.NOBODY,
        ),
        State.RATED: (
            "second", _("Judge %(goal)s of %(name)s blind") % {"goal": goal, "name": name},
            HoldsUp.STUDENT,
        ),
        State.MODERATED: (
            "agree", _("Agree on %(goal)s of %(name)s") % {"goal": goal, "name": name},
            HoldsUp.STUDENT,
        ),
    }[State(row.state)]  # fmt: skip
    return Wait(
        f"judgement.{kind}:{row.public_id}", say, row.get_absolute_url(), holds, row.since, name,
        "scale",
    )  # fmt: skip
