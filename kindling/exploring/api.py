"""Interviews and shadow days in JSON: the same rules and actions as the pages.

Nobody's answer after a shadow day is in here before both are there; then `outcome` tells what came
of it, and who guides the student reads the rest on the page.
"""

from datetime import date
from typing import Annotated

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.exploring import actions, rules
from kindling.exploring.models import Interview, ShadowDay
from kindling.kit.answers import READS, Clock, Pages, one_of, reads, writes
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import visible_opportunities

interviews = Router(tags=["interviews"])
shadow_days = Router(tags=["shadow days"])

Answer = Annotated[str, Field(pattern="^(continue|not_now)$")]


class QuestionOut(Schema):
    """A question and what was answered."""

    ask: str
    answer: str


class InterviewOut(Schema):
    """A talk with somebody about their work. `experience` is the record that counts, once held."""

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    who: str
    place: str
    on: date
    state: Annotated[str, one_of(Interview.State)]
    questions: list[QuestionOut]
    notes: str
    thanked_on: date | None
    experience: str | None

    @staticmethod
    def resolve_experience(one: Interview) -> str | None:
        return one.experience.public_id if one.experience else None


class InterviewIn(Schema):
    """Whom, where and when. `opportunity` is a place of the list; else `place` says where."""

    student: str = Field(max_length=14)
    who: str = Field(min_length=1, max_length=200, pattern=r"\S")
    place: str = Field("", max_length=200)
    opportunity: str = Field("", max_length=14)
    on: date
    questions: list[str] = Field([], max_length=20)


class InterviewHeld(Schema):
    """It took place. `answers` in the order of the questions."""

    on: date
    minutes: int = Field(ge=1, le=480)
    notes: str = Field("", max_length=4000)
    answers: list[str] = Field([], max_length=20)


class ShadowDayOut(Schema):
    """One day beside somebody at work. `outcome` is empty until both have answered."""

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    opportunity: str = Field(alias="opportunity.public_id")
    on: date
    starts_at: Clock
    ends_at: Clock
    state: Annotated[str, one_of(ShadowDay.State)]
    family_said: Annotated[str, one_of(ShadowDay.Said)]
    host_said: Annotated[str, one_of(ShadowDay.Said)]
    answers_until: date | None
    outcome: Annotated[str, one_of(ShadowDay.Outcome)]
    experience: str | None

    @staticmethod
    def resolve_experience(one: ShadowDay) -> str | None:
        return one.experience.public_id if one.experience else None


class ShadowDayIn(Schema):
    """The day and its hours. Family and host are asked, or the school first."""

    student: str = Field(max_length=14)
    opportunity: str = Field(max_length=14)
    on: date
    starts_at: Clock
    ends_at: Clock
    wish: str = Field("", max_length=1000)


class ShadowHeld(Schema):
    """How long the day was."""

    minutes: int = Field(ge=1, le=16 * 60)
    learned: str = Field("", max_length=2000)


class ShadowAnswer(Schema):
    """The student's own answer. The host reads nothing of it before both have answered."""

    answer: Answer
    note: str = Field("", max_length=1000)


class CalledOff(Schema):
    reason: str = Field("", max_length=500)


class OfStudent(Schema):
    """Of one student, or of all you see."""

    student: str = Field("", max_length=14)


def find_interview(request: ViewerRequest, public_id: str) -> Interview:
    return get_object_or_404(rules.visible_interviews(request.viewer), public_id=public_id)


def find_day(request: ViewerRequest, public_id: str) -> ShadowDay:
    return get_object_or_404(rules.visible_shadow_days(request.viewer), public_id=public_id)


@interviews.get("/", response={**READS, 200: list[InterviewOut]})
@paginate(Pages)
def list_interviews(request: ViewerRequest, wanted: Query[OfStudent]) -> QuerySet[Interview]:
    """Interviews of the students you guide, or your own, newest first."""
    rows = rules.visible_interviews(request.viewer)
    return rows.filter(student__public_id=wanted.student) if wanted.student else rows


@interviews.post("/", response=writes(InterviewOut))
def plan_interview(request: ViewerRequest, sent: InterviewIn) -> Interview:
    """Plan to talk with somebody."""
    told = sent.dict()
    student = get_object_or_404(
        visible_students(request.viewer, Matter.PLAN), public_id=told.pop("student")
    )
    key, places = told.pop("opportunity"), visible_opportunities(request.viewer).for_list()
    place = get_object_or_404(places, public_id=key) if key else None
    return actions.plan_interview(student, opportunity=place, by=request.viewer, **told)


@interviews.get("/{public_id}/", response=reads(InterviewOut))
def get_interview(request: ViewerRequest, public_id: str) -> Interview:
    """One interview."""
    return find_interview(request, public_id)


@interviews.post("/{public_id}/hold/", response=writes(InterviewOut))
def hold_interview(request: ViewerRequest, public_id: str, sent: InterviewHeld) -> Interview:
    """It took place: answers and notes. It counts once staff verified the experience."""
    one = find_interview(request, public_id)
    actions.hold_interview(one, by=request.viewer, **sent.dict())
    return one


@interviews.post("/{public_id}/thank/", response=writes(InterviewOut))
def thank(request: ViewerRequest, public_id: str) -> Interview:
    """The thank-you is sent."""
    one = find_interview(request, public_id)
    actions.thank_for_interview(one, by=request.viewer)
    return one


@shadow_days.get("/", response={**READS, 200: list[ShadowDayOut]})
@paginate(Pages)
def list_shadow_days(request: ViewerRequest, wanted: Query[OfStudent]) -> QuerySet[ShadowDay]:
    """Shadow days of the students you see, newest first."""
    rows = rules.visible_shadow_days(request.viewer)
    return rows.filter(student__public_id=wanted.student) if wanted.student else rows


@shadow_days.post("/", response=writes(ShadowDayOut))
def plan_shadow_day(request: ViewerRequest, sent: ShadowDayIn) -> ShadowDay:
    """Plan a day at a place."""
    told = sent.dict()
    student = get_object_or_404(
        visible_students(request.viewer, Matter.PLAN), public_id=told.pop("student")
    )
    places = visible_opportunities(request.viewer).for_list()
    place = get_object_or_404(places, public_id=told.pop("opportunity"))
    return actions.plan_shadow_day(student, place, by=request.viewer, **told)


@shadow_days.get("/{public_id}/", response=reads(ShadowDayOut))
def get_shadow_day(request: ViewerRequest, public_id: str) -> ShadowDay:
    """One shadow day."""
    return find_day(request, public_id)


@shadow_days.post("/{public_id}/allow/", response=writes(ShadowDayOut))
def allow(request: ViewerRequest, public_id: str) -> ShadowDay:
    """The school says go ahead; family and host are asked."""
    one = find_day(request, public_id)
    actions.allow_shadow_day(one, by=request.viewer)
    return one


@shadow_days.post("/{public_id}/cancel/", response=writes(ShadowDayOut))
def cancel(request: ViewerRequest, public_id: str, sent: CalledOff) -> ShadowDay:
    """Call it off."""
    one = find_day(request, public_id)
    actions.cancel_shadow_day(one, sent.reason, by=request.viewer)
    return one


@shadow_days.post("/{public_id}/hold/", response=writes(ShadowDayOut))
def hold(request: ViewerRequest, public_id: str, sent: ShadowHeld) -> ShadowDay:
    """It took place."""
    one = find_day(request, public_id)
    return actions.hold_shadow_day(one, by=request.viewer, **sent.dict())


@shadow_days.post("/{public_id}/answer/", response=writes(ShadowDayOut))
def answer(request: ViewerRequest, public_id: str, sent: ShadowAnswer) -> ShadowDay:
    """The student says go on or not now."""
    one = find_day(request, public_id)
    actions.answer_as_student(one, sent.answer, sent.note, by=request.viewer)
    return one
