"""Offers of people outside that nobody has answered."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.outreach.models import Offer
from kindling.outreach.rules import visible_offers
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For the coordinator. One statement."""
    if viewer.purpose or not viewer.is_a(Role.COORDINATOR):
        return []
    rows = visible_offers(viewer).filter(state=Offer.State.WAITING).order_by("created_at", "pk")
    return [
        Wait(
            key=f"offer.answer:{one.public_id}", icon="handshake", url=one.get_absolute_url(),
            say=_("Answer the offer of %(name)s.") % {"name": one.organisation},
            holds_up=HoldsUp.MENTOR, since=one.created_at,
        )
        for one in rows[:MOST]
    ]  # fmt: skip
