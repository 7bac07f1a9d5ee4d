"""Pursuits."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Router
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, reads, writes
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.placements import actions, rules
from kindling.placements.api.shapes import (
    AttemptOut,
    Longer,
    Note,
    NotNow,
    PlacementOut,
    PursuitOut,
    Reason,
    Request,
    Start,
    TakenBack,
    Try,
    Until,
)
from kindling.placements.models import Approval, Attempt, Placement, Pursuit, PursuitQuerySet
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import visible_opportunities

pursuits = Router(tags=["pursuits"])


def find(request: ViewerRequest, public_id: str) -> Pursuit:
    seen = rules.visible_pursuits(request.viewer).for_list()
    pursuit: Pursuit = get_object_or_404(seen, public_id=public_id)
    return pursuit


def turn_of(pursuit: Pursuit) -> Approval:
    """Return the turn that waits; 404 where nobody is asked."""
    approval = rules.asked_now(pursuit)
    if approval is None:
        raise Http404
    return approval


@pursuits.get("/", response={**READS, 200: list[PursuitOut]})
@paginate(Pages)
def list_pursuits(request: ViewerRequest) -> PursuitQuerySet:
    """The pursuits you may see, newest first."""
    return rules.visible_pursuits(request.viewer).for_list()


@pursuits.post("/", response=writes(PursuitOut))
def request_pursuit(request: ViewerRequest, sent: Request) -> Pursuit:
    """Ask to pursue a place."""
    student = get_object_or_404(
        visible_students(request.viewer, Matter.DAYS), public_id=sent.student
    )
    places = visible_opportunities(request.viewer)
    place = get_object_or_404(places, public_id=sent.opportunity)
    return actions.request_pursuit(student, place, sent.why, by=request.viewer)


@pursuits.get("/{public_id}/", response=reads(PursuitOut))
def get_pursuit(request: ViewerRequest, public_id: str) -> Pursuit:
    """One pursuit."""
    return find(request, public_id)


@pursuits.post("/{public_id}/approve/", response=writes(PursuitOut))
def approve(request: ViewerRequest, public_id: str, sent: Until) -> Pursuit:
    """Allow it until a date. Takes a seat."""
    pursuit = find(request, public_id)
    actions.approve_pursuit(pursuit, sent.until_on, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/decline/", response=writes(PursuitOut))
def decline(request: ViewerRequest, public_id: str, sent: NotNow) -> Pursuit:
    """Say not now, with a reason the student reads."""
    pursuit = find(request, public_id)
    actions.decline_pursuit(pursuit, sent.reason, why=sent.ended_why, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/extend/", response=writes(PursuitOut))
def extend(request: ViewerRequest, public_id: str, sent: Longer) -> Pursuit:
    """Give it more time, with a reason."""
    pursuit = find(request, public_id)
    actions.extend_pursuit(pursuit, sent.until_on, sent.reason, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/withdraw/", response=writes(PursuitOut))
def withdraw(request: ViewerRequest, public_id: str, sent: TakenBack) -> Pursuit:
    """Take it back; the seat is free again."""
    pursuit = find(request, public_id)
    actions.withdraw_pursuit(pursuit, sent.note, why=sent.ended_why, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/attempts/", response=writes(AttemptOut))
def log_attempt(request: ViewerRequest, public_id: str, sent: Try) -> Attempt:
    """Log one try to reach the place."""
    pursuit = find(request, public_id)
    return actions.log_attempt(pursuit, sent.kind, sent.note, tap=sent.tap, by=request.viewer)


@pursuits.post("/{public_id}/request-start/", response=writes(PursuitOut))
def request_start(request: ViewerRequest, public_id: str, sent: Note) -> Pursuit:
    """The place said yes: ask to start."""
    pursuit = find(request, public_id)
    actions.request_start(pursuit, sent.note, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/return/", response=writes(PursuitOut))
def return_start(request: ViewerRequest, public_id: str, sent: Reason) -> Pursuit:
    """Give it back with what to mend."""
    pursuit = find(request, public_id)
    actions.return_start(pursuit, sent.reason, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/start/", response=writes(PlacementOut))
def start(request: ViewerRequest, public_id: str, sent: Start) -> Placement:
    """Set schedule and goals, and start the internship."""
    pursuit = find(request, public_id)
    guides = rules.mentors_at(pursuit.opportunity.site, request.viewer.school.today())
    return actions.start_placement(
        pursuit,
        mentor=get_object_or_404(guides, public_id=sent.mentor),
        starts_on=sent.starts_on,
        ends_on=sent.ends_on,
        schedule=[
            (slot.weekday, slot.starts_at, slot.ends_at, slot.letter) for slot in sent.schedule
        ],
        goals=sent.goals,
        by=request.viewer,
    )
