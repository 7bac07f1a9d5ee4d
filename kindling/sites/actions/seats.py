"""A seat is taken by one student at a time. Placements call these; the caller checks the rule."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat


@transaction.atomic
def take_seat(opportunity: Opportunity, *, by: Viewer) -> Seat:
    """Take a free seat and return it. Two at once for the last one: one wins, by compare-and-set.

    Raises Refused when none is free. Ask `openness_of` first whether the place is open at all.
    """
    require(opportunity.school_id == by.school.pk)
    free = Seat.objects.filter(opportunity=opportunity, is_offered=True, is_taken=False)
    while (seat := free.order_by("number").first()) is not None:
        if free.filter(pk=seat.pk).update(is_taken=True):
            seat.is_taken = True
            record("seat.take", seat, by=by, opportunity=opportunity.public_id)
            return seat
    raise Refused(
        _("No seat is free at %(place)s any more. Someone was faster.") % {"place": opportunity}
    )


@transaction.atomic
def free_seat(seat: Seat, *, by: Viewer) -> None:
    """Give the seat back; does nothing when it is free already."""
    require(seat.school_id == by.school.pk)
    if Seat.objects.filter(pk=seat.pk, is_taken=True).update(is_taken=False):
        seat.is_taken = False
        record("seat.free", seat, by=by)
