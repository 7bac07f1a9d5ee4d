"""Alarms in JSON: who is silent, who has it, and "I have it"."""

from datetime import date, datetime
from typing import Annotated, Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, one_of, reads, writes
from kindling.kit.http import require
from kindling.ladder import actions, rules
from kindling.ladder.models import Alarm
from kindling.ladder.queries import listed
from kindling.schools.http import ViewerRequest

router = Router(tags=["alarms"])


class AlarmOut(Schema):
    """A student was due at `due_at` and nobody had heard of them.

    `taken_by` and `did` say who has it and what they did; `closed_why` how it ended.
    """

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    placement: str = Field(alias="placement.public_id")
    on: date
    due_at: datetime
    ends_at: datetime
    state: Annotated[str, one_of(Alarm.State)]
    taken_by: str
    taken_at: datetime | None
    did: str
    closed_why: str
    closed_at: datetime | None

    @staticmethod
    def resolve_taken_by(alarm: Alarm) -> str:
        return alarm.taken_by.name if alarm.taken_by else ""


class Which(Schema):
    """Those that are open or taken, nobody's first; or those that are over, the latest first."""

    show: Literal["now", "over"] = "now"


class Did(Schema):
    """What was done so far, for the others to read."""

    did: str = Field("", max_length=500)


def find(request: ViewerRequest, public_id: str) -> Alarm:
    return get_object_or_404(rules.visible_alarms(request.viewer), public_id=public_id)


@router.get("/", response={**READS, 200: list[AlarmOut]})
@paginate(Pages)
def list_alarms(request: ViewerRequest, which: Query[Which]) -> QuerySet[Alarm]:
    """The alarms of the students you answer for."""
    require(rules.may_see_alarms(request.viewer))
    return listed(request.viewer, which.show)


@router.get("/{public_id}/", response=reads(AlarmOut))
def get_alarm(request: ViewerRequest, public_id: str) -> Alarm:
    """One alarm."""
    return find(request, public_id)


@router.post("/{public_id}/take/", response=writes(AlarmOut))
def take(request: ViewerRequest, public_id: str, sent: Did) -> Alarm:
    """I have it: nobody else is told while you look. Two at once: the second is told who (409)."""
    alarm = find(request, public_id)
    actions.take_alarm(alarm, did=sent.did, by=request.viewer)
    return alarm
