"""The queue for a place, and how many a student goes after at once."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kindling.kit.answers import writes
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.placements import actions
from kindling.placements.api.pursuits import find, pursuits
from kindling.placements.api.shapes import Limit, LimitOut, PursuitOut, Request
from kindling.placements.models import Pursuit, PursuitLimit
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import visible_opportunities


@pursuits.post("/queue/join/", response=writes(PursuitOut))
def join_queue(request: ViewerRequest, sent: Request) -> Pursuit:
    """Wait for a seat at a place that is taken."""
    student = get_object_or_404(
        visible_students(request.viewer, Matter.DAYS), public_id=sent.student
    )
    places = visible_opportunities(request.viewer)
    place = get_object_or_404(places, public_id=sent.opportunity)
    return actions.join_queue(student, place, sent.why, by=request.viewer)


@pursuits.post("/limits/set/", response=writes(LimitOut))
def set_limit(request: ViewerRequest, sent: Limit) -> PursuitLimit:
    """Set how many places one student goes after at once, with a reason."""
    student = get_object_or_404(
        visible_students(request.viewer, Matter.DAYS), public_id=sent.student
    )
    return actions.set_limit(student, sent.most, sent.reason, by=request.viewer)


@pursuits.post("/{public_id}/wait/", response=writes(PursuitOut))
def queue_pursuit(request: ViewerRequest, public_id: str) -> Pursuit:
    """Let a request that came too late wait for the next seat."""
    pursuit = find(request, public_id)
    actions.queue_pursuit(pursuit, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/accept/", response=writes(PursuitOut))
def accept_offer(request: ViewerRequest, public_id: str) -> Pursuit:
    """Say yes to a seat that is offered."""
    pursuit = find(request, public_id)
    actions.accept_offer(pursuit, by=request.viewer)
    return pursuit
