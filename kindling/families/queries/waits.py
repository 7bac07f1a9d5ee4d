"""Offers and wishes of families that nobody has answered."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.families.models import FamilyOffer, MeetingWish
from kindling.families.rules import visible_offers, visible_wishes
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.people.rules import students_in_hand
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """Offers for coordinator and principal, wishes to meet for the advisor. Two statements."""
    return [*_offers(viewer), *_wishes(viewer)]


def _wishes(viewer: Viewer) -> list[Wait]:
    if viewer.purpose or not viewer.is_a(Role.ADVISOR, Role.COORDINATOR):
        return []
    rows = visible_wishes(viewer).filter(
        state=MeetingWish.State.OPEN, student__in=students_in_hand(viewer).values("pk")
    )
    return [
        Wait(
            key=f"meeting_wish.settle:{one.public_id}", icon="calendar-heart",
            url=one.get_absolute_url(),
            say=_("Find a time to meet with %(name)s.") % {"name": one.by.name},
            holds_up=HoldsUp.FAMILY, since=one.created_at, who=one.student.name,
        )
        for one in rows.exclude(by=viewer.person_id).order_by("created_at", "pk")[:MOST]
    ]  # fmt: skip


def _offers(viewer: Viewer) -> list[Wait]:
    if viewer.purpose or not viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        return []
    rows = visible_offers(viewer).filter(state=FamilyOffer.State.OPEN, lead__isnull=True)
    return [
        Wait(
            key=f"family_offer.answer:{one.public_id}", icon="hand-heart",
            url=one.get_absolute_url(),
            say=_("Answer what %(name)s offers.") % {"name": one.by.name},
            holds_up=HoldsUp.FAMILY, since=one.created_at,
        )
        for one in rows.exclude(by=viewer.person_id).order_by("created_at", "pk")[:MOST]
    ]  # fmt: skip
