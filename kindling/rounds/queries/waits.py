"""A round that waits for its next step, or for a student's list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.waits import HoldsUp, Wait
from kindling.rounds import rules
from kindling.rounds.models import Round
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Round.State


def waits(viewer: Viewer) -> list[Wait]:
    """Nothing is asked while there is no round. At most two statements."""
    if viewer.purpose or not viewer.school.has_round:
        return []
    if viewer.is_a(Role.COORDINATOR):
        return _to_run(viewer)
    return _to_list(viewer) if viewer.is_a(Role.STUDENT) else []


def _to_run(viewer: Viewer) -> list[Wait]:
    rows = rules.visible_rounds(viewer).filter(state__in=[State.CLOSED, State.RUN])
    return [
        Wait(
            key=f"round.run:{one.public_id}-{one.state}", icon="dices", url=one.get_absolute_url(),
            say=_("Tell students the result of the round.")
            if one.state == State.RUN
            else _("The lists of the round are in. Run it."),
            holds_up=HoldsUp.STUDENT, since=one.ran_at or one.closes_at,
        )
        for one in rows.order_by("closes_at", "pk")
    ]  # fmt: skip


def _to_list(viewer: Viewer) -> list[Wait]:
    now = viewer.school.now()
    rows = rules.visible_rounds(viewer).filter(state=State.OPEN, closes_at__gt=now)
    given = rules.visible_ballots(viewer).filter(student__person=viewer.person_id)
    rows = rows.exclude(pk__in=given.order_by().values("round"))
    return [
        Wait(
            key=f"round.list:{one.public_id}", icon="dices", url=one.get_absolute_url(),
            say=_("Make your list of places before the round closes."), holds_up=HoldsUp.NOBODY,
            since=one.created_at,
        )
        for one in rows.order_by("closes_at", "pk")
    ]  # fmt: skip
