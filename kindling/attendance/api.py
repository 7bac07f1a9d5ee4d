"""Internship days in JSON."""

from datetime import date, datetime
from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate
from pydantic import AwareDatetime

from kindling.attendance import actions, rules
from kindling.attendance.how import How
from kindling.attendance.models import Day, DayQuerySet, Method
from kindling.kit.answers import READS, Pages, one_of, reads, taken_from, writes
from kindling.schools.http import ViewerRequest

router = Router(tags=["days"])


class DayOut(Schema):
    """One student's day: what the student says, what the mentor says, what counts (`minutes`)."""

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    placement: str = Field(alias="placement.public_id")
    on: date
    state: Annotated[str, one_of(Day.State)]
    standing: Annotated[str, one_of(Day.Standing)]
    minutes: int
    mode: Annotated[str, one_of(Day.Mode)]
    at_site: Annotated[str, one_of(Day.AtSite)]
    goal: str
    line: str
    student_in_at: datetime | None
    student_out_at: datetime | None
    mentor_in_at: datetime | None
    mentor_out_at: datetime | None
    settled_minutes: int | None
    settled_reason: str


class Span(Schema):
    """Days from `first` to `last`, both counted; of one student where named."""

    first: date | None = None
    last: date | None = None
    student: str = Field("", max_length=14)


class Said(Schema):
    """`tap` is an id made by the device: the same one twice counts once.

    `at` is when it was said, up to a week ago; without it, now. `at_site` is what the device
    decided: there is no field for where it is.
    """

    tap: str = Field("", max_length=40)
    at: AwareDatetime | None = None
    at_site: Annotated[str, taken_from(Day.AtSite), one_of(Day.AtSite)] = "unknown"

    def how(self, mode: str = "") -> How:
        return How(method=Method.API, at=self.at, at_site=self.at_site, mode=mode)


class CheckIn(Said):
    placement: str
    mode: Annotated[str, taken_from(Day.Mode), one_of(Day.Mode)] = "on_site"
    goal: str = Field("", max_length=300)


class CheckOut(Said):
    line: str = Field("", max_length=2000)


class Settle(Schema):
    minutes: int = Field(ge=0, le=24 * 60)
    reason: str = Field(min_length=1, max_length=500)


def find(request: ViewerRequest, public_id: str) -> Day:
    day: Day = get_object_or_404(
        rules.visible_days(request.viewer).for_list(),
        public_id=public_id,
    )
    return day


@router.get("/", response={**READS, 200: list[DayOut]})
@paginate(Pages)
def list_days(request: ViewerRequest, span: Query[Span]) -> DayQuerySet:
    """Days on which somebody has said something, newest first."""
    days: DayQuerySet = rules.visible_days(request.viewer).for_list()
    if span.first:
        days = days.filter(on__gte=span.first)
    if span.last:
        days = days.filter(on__lte=span.last)
    return days.filter(student__public_id=span.student) if span.student else days


@router.post("/check-in/", response=writes(DayOut))
def check_in(request: ViewerRequest, sent: CheckIn) -> Day:
    """The student is there, today."""
    seen = rules.visible_placements(request.viewer)
    placement = get_object_or_404(seen, public_id=sent.placement)
    how = sent.how(sent.mode)
    return actions.check_in(placement, goal=sent.goal, tap=sent.tap, how=how, by=request.viewer)


@router.get("/{public_id}/", response=reads(DayOut))
def get_day(request: ViewerRequest, public_id: str) -> Day:
    """One day."""
    return find(request, public_id)


@router.post("/{public_id}/check-out/", response=writes(DayOut))
def check_out(request: ViewerRequest, public_id: str, sent: CheckOut) -> Day:
    """The student is leaving, and says a line about the day."""
    day = find(request, public_id)
    how = sent.how()
    return actions.check_out(day, line=sent.line, tap=sent.tap, how=how, by=request.viewer)


@router.post("/{public_id}/settle/", response=writes(DayOut))
def settle(request: ViewerRequest, public_id: str, sent: Settle) -> Day:
    """Staff have the last word, with a reason; what was said before stays."""
    day = find(request, public_id)
    return actions.settle_day(day, minutes=sent.minutes, reason=sent.reason, by=request.viewer)
