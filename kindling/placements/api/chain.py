"""Who says yes in the school's order, and ties that were declared before it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, writes
from kindling.placements import actions, rules
from kindling.placements.api.pursuits import find, pursuits, turn_of
from kindling.placements.api.shapes import (
    ApprovalOut,
    PursuitOut,
    Reason,
    Settled,
    Tied,
    TieOut,
)
from kindling.placements.models import Approval, Pursuit, Tie
from kindling.schools.http import ViewerRequest


@pursuits.get("/{public_id}/approvals/", response={**READS, 200: list[ApprovalOut]})
@paginate(Pages)
def list_approvals(request: ViewerRequest, public_id: str) -> QuerySet[Approval]:
    """Who was, is and will be asked."""
    return rules.approvals_of(find(request, public_id))


@pursuits.post("/{public_id}/agree/", response=writes(PursuitOut))
def agree(request: ViewerRequest, public_id: str) -> Pursuit:
    """Say yes when it is your turn."""
    pursuit = find(request, public_id)
    actions.agree(turn_of(pursuit), by=request.viewer)
    pursuit.refresh_from_db(fields=["state", "until_on"])
    return pursuit


@pursuits.post("/{public_id}/stand-in/", response=writes(PursuitOut))
def stand_in(request: ViewerRequest, public_id: str, sent: Reason) -> Pursuit:
    """Note a yes that family or mentor said by phone."""
    pursuit = find(request, public_id)
    actions.stand_in(turn_of(pursuit), sent.reason, by=request.viewer)
    pursuit.refresh_from_db(fields=["state", "until_on"])
    return pursuit


@pursuits.get("/{public_id}/ties/", response={**READS, 200: list[TieOut]})
@paginate(Pages)
def list_ties(request: ViewerRequest, public_id: str) -> QuerySet[Tie]:
    """What was declared, and decided."""
    return rules.ties_of(find(request, public_id))


@pursuits.post("/{public_id}/ties/", response=writes(TieOut))
def declare_tie(request: ViewerRequest, public_id: str, sent: Tied) -> Tie:
    """Declare a tie before anybody says yes."""
    return actions.declare_tie(find(request, public_id), sent.kind, sent.words, by=request.viewer)


@pursuits.post("/{public_id}/ties/{tie_id}/", response=writes(TieOut))
def settle_tie(request: ViewerRequest, public_id: str, tie_id: str, sent: Settled) -> Tie:
    """Decide about a tie, with a reason for the record."""
    pursuit = find(request, public_id)
    tie: Tie = get_object_or_404(rules.ties_of(pursuit), public_id=tie_id)
    tie.pursuit = pursuit
    act = actions.allow_tie if sent.decision == "allow" else actions.refuse_tie
    act(tie, sent.reason, by=request.viewer)
    return tie
