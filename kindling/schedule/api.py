"""The school's calendar in JSON: closures, weeks, and the plan of a date."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.advisory.rules import visible_advisories
from kindling.kit.answers import READS, Clock, Pages, one_of, reads, taken_from, writes
from kindling.kit.http import require
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schedule import actions, rules
from kindling.schedule.models import Closure, Kind
from kindling.schedule.plan import DayPlan
from kindling.schedule.queries import plan_of
from kindling.schools.http import ViewerRequest

router = Router(tags=["calendar"])


class ClosureOut(Schema):
    """Days off, both counted. On an exam day there is school; `grades` empty: for all."""

    id: str = Field(alias="public_id")
    kind: Annotated[str, one_of(Closure.Kind)]
    label: str
    grades: list[str] = Field(alias="grade_list")
    starts_on: date
    ends_on: date


class NewClosure(Schema):
    """Close the school from one day to another, both counted."""

    kind: Annotated[str, one_of(Closure.Kind), taken_from(Closure.Kind)] = "other"
    label: str = Field(min_length=1, max_length=120)
    grades: list[Annotated[str, Field(min_length=1, max_length=10, pattern="^[^,]+$")]] = Field(
        default_factory=list, max_length=10
    )
    starts_on: date
    ends_on: date


class BlockOut(Schema):
    """A piece of a day, by the clock on the school's wall."""

    kind: Annotated[str, one_of(Kind)]
    title: str
    starts_at: Clock
    ends_at: Clock


class WeekBlockOut(BlockOut):
    """`letter`: in A or B weeks only; `weekday`: Monday is 0."""

    weekday: int
    letter: str


class WeekOut(Schema):
    """A weekly schedule: for an advisory, a grade, or (both empty) the whole school."""

    id: str = Field(alias="public_id")
    name: str
    grade: str
    advisory: str | None
    since_on: date
    until_on: date | None
    blocks: list[WeekBlockOut]

    @staticmethod
    def resolve_advisory(week: object) -> str | None:
        advisory = getattr(week, "advisory", None)
        return advisory.public_id if advisory else None

    @staticmethod
    def resolve_blocks(week: object) -> object:
        return week.blocks.all()  # type: ignore[attr-defined]


class PlanOut(Schema):
    """The plan of a date. `closed` says why there is none; `notes` what is different."""

    on: date
    letter: str
    closed: str
    notes: list[str]
    blocks: list[BlockOut]


class Whose(Schema):
    """The date, and whose plan: a student's or an advisory's; with neither the school's."""

    on: date
    student: str = Field("", max_length=14)
    advisory: str = Field("", max_length=14)


@router.get("/closures/", response={**READS, 200: list[ClosureOut]})
@paginate(Pages)
def list_closures(request: ViewerRequest) -> object:
    """Days off, newest first."""
    return rules.visible_closures(request.viewer).order_by("-starts_on", "-pk")


@router.post("/closures/", response=writes(ClosureOut))
def add_closure(request: ViewerRequest, sent: NewClosure) -> Closure:
    """Add days off."""
    return actions.add_closure(by=request.viewer, **sent.dict())


@router.get("/weeks/", response={**READS, 200: list[WeekOut]})
@paginate(Pages)
def list_weeks(request: ViewerRequest) -> object:
    """Weekly schedules with their blocks, newest first."""
    weeks = rules.visible_weeks(request.viewer).prefetch_related("blocks")
    return weeks.order_by("-since_on", "-pk")


@router.get("/plan/", response=reads(PlanOut))
def get_plan(request: ViewerRequest, whose: Query[Whose]) -> DayPlan:
    """The plan of one date."""
    viewer = request.viewer
    require(rules.may_see_plan(viewer))
    if whose.student:
        student = get_object_or_404(visible_students(viewer, Matter.DAYS), public_id=whose.student)
        return plan_of(student, whose.on)
    if whose.advisory:
        advisory = get_object_or_404(visible_advisories(viewer), public_id=whose.advisory)
        return plan_of(advisory, whose.on)
    return plan_of(viewer.school, whose.on)
