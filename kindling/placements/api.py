"""Pursuits and internships in JSON: the same rules and actions as the pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from pydantic import WithJsonSchema

from kindling.kit.answers import READS, Clock, Pages, one_of, reads, taken_from, writes
from kindling.people.rules import visible_students
from kindling.placements import actions, rules
from kindling.placements.models import (
    Attempt,
    Placement,
    PlacementQuerySet,
    Pursuit,
    PursuitQuerySet,
)
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import visible_opportunities

# A or B where the school's weeks alternate; empty: every week.
Weeks = WithJsonSchema({"type": "string", "enum": ["", "A", "B"]})

pursuits = Router(tags=["pursuits"])
placements = Router(tags=["placements"])


class PursuitOut(Schema):
    """A student goes after a place. `until_on` is the last day of the permission."""

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    opportunity: str = Field(alias="opportunity.public_id")
    state: Annotated[str, one_of(Pursuit.State)]
    why: str
    reason: str
    until_on: date | None
    attempts: int = Field(alias="attempts_count")
    last_attempt_at: datetime | None


class AttemptOut(Schema):
    """One try to reach a place."""

    id: str = Field(alias="public_id")
    kind: Annotated[str, one_of(Attempt.Kind)]
    note: str
    at: datetime


class PlannedDayOut(Schema):
    """A weekday of an internship; Monday is 0. Dated: `until_on` counts.

    `letter`: in A or B weeks only.
    """

    weekday: int
    letter: Annotated[str, Weeks] = ""
    starts_at: Clock
    ends_at: Clock
    since_on: date
    until_on: date | None


class PlacementOut(Schema):
    """An internship."""

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    opportunity: str = Field(alias="opportunity.public_id")
    place: str = Field(alias="site.public_id")
    mentor: str = Field(alias="mentor.name")
    state: Annotated[str, one_of(Placement.State)]
    starts_on: date
    ends_on: date | None
    goals: str
    schedule: list[PlannedDayOut]

    @staticmethod
    def resolve_schedule(placement: Placement) -> object:
        return placement.planned_days.all()


class Request(Schema):
    """Ask to pursue, saying why."""

    student: str
    opportunity: str
    why: str = Field(min_length=1, max_length=2000)


class Until(Schema):
    """The last day of a permission; empty takes the school's usual span."""

    until_on: date | None = None


class Longer(Schema):
    until_on: date
    reason: str = Field(min_length=1, max_length=1000)


class Reason(Schema):
    reason: str = Field(min_length=1, max_length=1000)


class Note(Schema):
    note: str = Field("", max_length=2000)


class Try(Schema):
    """`tap` is an id made by the device: the same one twice is one attempt."""

    kind: Annotated[str, one_of(Attempt.Kind), taken_from(Attempt.Kind)]
    note: str = Field("", max_length=500)
    tap: str | None = Field(None, max_length=40)


class Slot(Schema):
    weekday: int = Field(ge=0, le=6)
    starts_at: Clock
    ends_at: Clock
    letter: Annotated[str, Weeks] = Field("", pattern="^[AB]?$")


class Start(Schema):
    """Schedule and goals in one go. `mentor` is the id of a mentor at the place."""

    mentor: str
    starts_on: date
    ends_on: date | None = None
    schedule: list[Slot] = Field(min_length=1, max_length=7)
    goals: str = Field("", max_length=4000)


class End(Schema):
    reason: str = Field(min_length=1, max_length=1000)
    ends_on: date | None = None


def find(request: ViewerRequest, public_id: str) -> Pursuit:
    seen = rules.visible_pursuits(request.viewer).for_list()
    pursuit: Pursuit = get_object_or_404(seen, public_id=public_id)
    return pursuit


def find_placement(request: ViewerRequest, public_id: str) -> Placement:
    seen = rules.visible_placements(request.viewer).for_list().prefetch_related("planned_days")
    placement: Placement = get_object_or_404(seen, public_id=public_id)
    return placement


@pursuits.get("/", response={**READS, 200: list[PursuitOut]})
@paginate(Pages)
def list_pursuits(request: ViewerRequest) -> PursuitQuerySet:
    """The pursuits you may see, newest first."""
    return rules.visible_pursuits(request.viewer).for_list()


@pursuits.post("/", response=writes(PursuitOut))
def request_pursuit(request: ViewerRequest, sent: Request) -> Pursuit:
    """Ask to pursue a place."""
    student = get_object_or_404(visible_students(request.viewer), public_id=sent.student)
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
def decline(request: ViewerRequest, public_id: str, sent: Reason) -> Pursuit:
    """Say not now, with a reason the student reads."""
    pursuit = find(request, public_id)
    actions.decline_pursuit(pursuit, sent.reason, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/extend/", response=writes(PursuitOut))
def extend(request: ViewerRequest, public_id: str, sent: Longer) -> Pursuit:
    """Give it more time, with a reason."""
    pursuit = find(request, public_id)
    actions.extend_pursuit(pursuit, sent.until_on, sent.reason, by=request.viewer)
    return pursuit


@pursuits.post("/{public_id}/withdraw/", response=writes(PursuitOut))
def withdraw(request: ViewerRequest, public_id: str, sent: Note) -> Pursuit:
    """Take it back; the seat is free again."""
    pursuit = find(request, public_id)
    actions.withdraw_pursuit(pursuit, sent.note, by=request.viewer)
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
