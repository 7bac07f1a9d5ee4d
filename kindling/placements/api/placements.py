"""Internships."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from ninja import Router
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, reads, writes
from kindling.placements import actions, rules
from kindling.placements.api.shapes import End, PlacementOut, Reason, Talk, TalkOut
from kindling.placements.models import ExitTalk, Placement, PlacementQuerySet
from kindling.schools.http import ViewerRequest

placements = Router(tags=["placements"])


def find_placement(request: ViewerRequest, public_id: str) -> Placement:
    seen = rules.visible_placements(request.viewer).for_list().prefetch_related("planned_days")
    placement: Placement = get_object_or_404(seen, public_id=public_id)
    return placement


@placements.get("/", response={**READS, 200: list[PlacementOut]})
@paginate(Pages)
def list_placements(request: ViewerRequest) -> PlacementQuerySet:
    """The internships you may see, newest first."""
    return rules.visible_placements(request.viewer).for_list().prefetch_related("planned_days")


@placements.get("/{public_id}/", response=reads(PlacementOut))
def get_placement(request: ViewerRequest, public_id: str) -> Placement:
    """One internship."""
    return find_placement(request, public_id)


@placements.post("/{public_id}/request-end/", response=writes(PlacementOut))
def request_end(request: ViewerRequest, public_id: str, sent: Reason) -> Placement:
    """Ask to end it."""
    placement = find_placement(request, public_id)
    actions.request_end(placement, sent.reason, by=request.viewer)
    return placement


@placements.post("/{public_id}/keep/", response=writes(PlacementOut))
def keep(request: ViewerRequest, public_id: str) -> Placement:
    """It goes on after all."""
    placement = find_placement(request, public_id)
    actions.keep_placement(placement, by=request.viewer)
    return placement


@placements.post("/{public_id}/end/", response=writes(PlacementOut))
def end(request: ViewerRequest, public_id: str, sent: End) -> Placement:
    """End it with a reason; the seat opens."""
    placement = find_placement(request, public_id)
    actions.end_placement(placement, sent.reason, sent.ends_on, by=request.viewer)
    return placement


@placements.post("/{public_id}/talks/", response=writes(TalkOut))
def note_talk(request: ViewerRequest, public_id: str, sent: Talk) -> ExitTalk:
    """Note the talk about the end."""
    placement = find_placement(request, public_id)
    return actions.note_talk(placement, **sent.dict(), by=request.viewer)
