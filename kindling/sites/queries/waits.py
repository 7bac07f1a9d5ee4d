"""Places that somebody suggested and nobody has looked at."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Suggestion
from kindling.sites.rules import visible_suggestions


def waits(viewer: Viewer) -> list[Wait]:
    """For the coordinator. One statement."""
    if viewer.purpose or not viewer.is_a(Role.COORDINATOR):
        return []
    rows = visible_suggestions(viewer).filter(state=Suggestion.State.WAITING)
    rows = rows.select_related("student__person").order_by("created_at", "pk")
    return [
        Wait(
            key=f"suggestion.look:{one.public_id}", icon="map-pin-plus",
            url=one.get_absolute_url(),
            say=_("Look at a place that was suggested: %(name)s.") % {"name": one.name},
            holds_up=HoldsUp.STUDENT, who=one.student.name if one.student else "",
            since=one.created_at,
        )
        for one in rows[:MOST]
    ]  # fmt: skip
