"""What the API of pursuits and internships reads and writes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import AfterValidator, WithJsonSchema

from kindling.kit.answers import Clock, one_of, taken_from
from kindling.placements.models import Approval, Attempt, EndedWhy, Placement, Pursuit, Tie

# A or B where the school's weeks alternate; empty: every week.
Weeks = WithJsonSchema({"type": "string", "enum": ["", "A", "B"]})
# What stood in the way, from the short list; empty where nobody says.
Why = Annotated[
    str,
    AfterValidator(lambda said: EndedWhy(said).value if said else ""),
    WithJsonSchema({"type": "string", "enum": ["", *EndedWhy.values]}),
]


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


class NotNow(Reason):
    """A reason the student reads, and which of the usual ones it is."""

    ended_why: Why = ""


class TakenBack(Schema):
    """Own words and one of the usual reasons, if one likes."""

    note: str = Field("", max_length=2000)
    ended_why: Why = ""


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


class Tied(Schema):
    """A relative, the school or the student's own family is tied to the place."""

    kind: Annotated[str, one_of(Tie.Kind), taken_from(Tie.Kind)]
    words: str = Field(min_length=1, max_length=1000)


class Settled(Schema):
    """What the coordinator decides about a tie, and why."""

    decision: Literal["allow", "refuse"]
    reason: str = Field(min_length=1, max_length=1000)


class TieOut(Schema):
    """A declared tie, and what was decided."""

    id: str = Field(alias="public_id")
    kind: Annotated[str, one_of(Tie.Kind)]
    words: str
    state: Annotated[str, one_of(Tie.State)]
    reason: str


class ApprovalOut(Schema):
    """One turn in the school's order of who says yes."""

    id: str = Field(alias="public_id")
    stage: Annotated[str, one_of(Approval.Stage)]
    role: str
    state: Annotated[str, one_of(Approval.State)]
    asked_on: date | None
    answered_at: datetime | None
    reason: str


class Limit(Schema):
    """How many places a student goes after at once; empty takes the school's number."""

    student: str
    most: int | None = Field(None, ge=1, le=20)
    reason: str = Field(min_length=1, max_length=500)


class LimitOut(Schema):
    """The number that was set."""

    id: str = Field(alias="public_id")
    most: int | None
    reason: str
    at: datetime


class Talk(Schema):
    """The talk about the end of an internship."""

    held_on: date
    who: str = Field(min_length=1, max_length=300)
    note: str = Field(min_length=1, max_length=2000)


class TalkOut(Talk):
    id: str = Field(alias="public_id")
