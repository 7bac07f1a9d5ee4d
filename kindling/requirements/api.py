"""What a year asks of a student, how far they are, and what counts besides hours, in JSON."""

from datetime import date
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.exploring.models import Experience
from kindling.kit.answers import READS, Pages, one_of, reads, taken_from, writes
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.requirements import actions, rules
from kindling.requirements.models import Kind
from kindling.requirements.queries import StudentPage, student_page
from kindling.schools.http import ViewerRequest
from kindling.schools.queries import year_named

router = Router(tags=["requirements"])


class TowardsOut(Schema):
    """One requirement. Hours are in minutes (`unit`), all others in pieces.

    `done` counts, `waiting` may come to count, `due` is the pace of the year, today.
    """

    kind: Annotated[str, one_of(Kind)]
    unit: Annotated[str, Field(pattern="^(minutes|pieces)$")]
    asked: int
    done: int
    waiting: int
    due: int
    is_met: bool
    is_behind: bool


class ProgressOut(Schema):
    """One student in one school year: minutes by standing, each requirement, and the credit.

    `units` is empty where the school has no rule of credit; `open_days` are days without an end.
    """

    student: str
    year: str
    label: str
    confirmed: int
    waiting: int
    disputed: int
    open_days: int
    units: str | None
    requirements: list[TowardsOut]


class Year(Schema):
    """The id of a school year; without it today's, or the last begun."""

    year: str = Field("", max_length=14)


class ExperienceOut(Schema):
    """A shadow day or an interview; it counts once it is verified."""

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    kind: Annotated[str, one_of(Experience.Kind)]
    on: date
    place: str
    who: str
    minutes: int
    learned: str
    state: Annotated[str, one_of(Experience.State)]
    decided_why: str


class Wanted(Schema):
    """Of one student, or in one state."""

    student: str = Field("", max_length=14)
    state: Annotated[str, taken_from(Experience.State), one_of(Experience.State)] | None = None


class ExperienceIn(Schema):
    """What a student did. The same kind, day and place twice is one."""

    student: str = Field(max_length=14)
    kind: Annotated[str, taken_from(Experience.Kind), one_of(Experience.Kind)]
    on: date
    place: str = Field(min_length=1, max_length=200, pattern=r"\S")
    who: str = Field("", max_length=200)
    minutes: int = Field(0, ge=0, le=16 * 60)
    learned: str = Field("", max_length=2000)


class Why(Schema):
    """Why it does not count; the student reads it."""

    why: str = Field(min_length=1, max_length=500, pattern=r"\S")


def find(request: ViewerRequest, public_id: str) -> Experience:
    return get_object_or_404(rules.visible_experiences(request.viewer), public_id=public_id)


def shown(page: StudentPage) -> dict[str, Any]:
    return {
        "student": page.student.public_id,
        "year": page.year.public_id,
        "label": page.year.label,
        **{part: page.minutes[part] for part in ("confirmed", "waiting", "disputed")},
        "open_days": page.open_days,
        "units": None if page.units is None else str(page.units),
        "requirements": [
            {
                "kind": one.kind,
                "unit": "minutes" if one.is_hours else "pieces",
                "asked": one.asked,
                "done": one.done,
                "waiting": one.waiting,
                "due": one.due,
                "is_met": one.is_met,
                "is_behind": one.is_behind,
            }
            for one in page.progress
        ],
    }


@router.get("/students/{public_id}/", response=reads(ProgressOut))
def get_progress(request: ViewerRequest, public_id: str, asked: Query[Year]) -> dict[str, Any]:
    """How far one student is."""
    student = get_object_or_404(visible_students(request.viewer, Matter.WORDS), public_id=public_id)
    year = year_named(request.viewer.school, asked.year)
    if year is None:
        raise Http404
    return shown(student_page(request.viewer, student, year))


@router.get("/experiences/", response={**READS, 200: list[ExperienceOut]})
@paginate(Pages)
def list_experiences(request: ViewerRequest, wanted: Query[Wanted]) -> QuerySet[Experience]:
    """Shadow days and interviews of the students you see, newest first."""
    rows = rules.visible_experiences(request.viewer)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    return rows.filter(student__public_id=wanted.student) if wanted.student else rows


@router.post("/experiences/", response=writes(ExperienceOut))
def enter_experience(request: ViewerRequest, sent: ExperienceIn) -> Experience:
    """Note a shadow day or an interview; entered by staff it is verified at once."""
    told = sent.dict()
    student = get_object_or_404(
        visible_students(request.viewer, Matter.WORDS), public_id=told.pop("student")
    )
    return actions.enter_experience(student, by=request.viewer, **told)


@router.get("/experiences/{public_id}/", response=reads(ExperienceOut))
def get_experience(request: ViewerRequest, public_id: str) -> Experience:
    """One shadow day or interview."""
    return find(request, public_id)


@router.post("/experiences/{public_id}/verify/", response=writes(ExperienceOut))
def verify(request: ViewerRequest, public_id: str) -> Experience:
    """It counts."""
    one = find(request, public_id)
    actions.verify_experience(one, by=request.viewer)
    return one


@router.post("/experiences/{public_id}/decline/", response=writes(ExperienceOut))
def decline(request: ViewerRequest, public_id: str, sent: Why) -> Experience:
    """It does not count, and why."""
    one = find(request, public_id)
    actions.decline_experience(one, why=sent.why, by=request.viewer)
    return one
