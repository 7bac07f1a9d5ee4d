"""Marks of the roll in JSON: what a district's system asks for."""

from datetime import date
from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, one_of, writes
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.roll import actions, rules
from kindling.roll.codes import CATEGORIES, Codes, codes_of
from kindling.roll.models import Mark, Meaning
from kindling.schools.http import ViewerRequest

router = Router(tags=["marks"])


class MarkOut(Schema):
    """One student's day. `category` is Ed-Fi's word, `code` the district's or the school's letter."""

    student: str
    number: str
    on: date
    letter: str
    meaning: Annotated[str, one_of(Meaning)]
    category: str
    code: str
    minutes: int


class MarkSpan(Schema):
    """Marks from `first` to `last`, both counted; of one student where named."""

    first: date | None = None
    last: date | None = None
    student: str = Field("", max_length=14)


class MarkIn(Schema):
    """One letter about one student; an earlier one is kept with `why`."""

    student: str = Field(max_length=14)
    on: date
    letter: str = Field(min_length=1, max_length=2)
    minutes: int = Field(0, ge=0, le=600)
    why: str = Field("", max_length=500)


def shown(mark: Mark, codes: Codes) -> dict[str, Any]:
    word = codes.of(mark.code)
    return {
        "student": mark.student.public_id,
        "number": mark.student.number,
        "on": mark.on,
        "letter": mark.code,
        "meaning": word.meaning,
        "category": CATEGORIES[Meaning(word.meaning)],
        "code": word.sis_code or word.letter,
        "minutes": mark.minutes,
    }


class Shown:
    """A queryset of marks that a page is cut from; each is put into words when it is read."""

    def __init__(self, rows: Any, codes: Codes) -> None:
        self.rows, self.codes = rows, codes

    def __getitem__(self, cut: slice) -> list[dict[str, Any]]:
        return [shown(mark, self.codes) for mark in self.rows[cut]]

    def count(self) -> int:
        return int(self.rows.count())

    def __len__(self) -> int:
        return self.count()


@router.get("/", response={**READS, 200: list[MarkOut]})
@paginate(Pages)
def list_marks(request: ViewerRequest, span: Query[MarkSpan]) -> Any:
    """Marks of the students one sees, oldest first."""
    rows = rules.visible_marks(request.viewer).select_related("student")
    if span.first:
        rows = rows.filter(on__gte=span.first)
    if span.last:
        rows = rows.filter(on__lte=span.last)
    if span.student:
        rows = rows.filter(student__public_id=span.student)
    return Shown(rows.order_by("on", "student_id"), codes_of(request.viewer.school))


@router.post("/", response=writes(MarkOut))
def write_mark(request: ViewerRequest, sent: MarkIn) -> dict[str, Any]:
    """Say one letter about one student."""
    student = get_object_or_404(
        visible_students(request.viewer, Matter.DAYS), public_id=sent.student
    )
    actions.mark_student(
        student, sent.on, sent.letter, minutes=sent.minutes, why=sent.why, by=request.viewer
    )
    mark = rules.visible_marks(request.viewer).select_related("student")
    return shown(mark.get(student=student, on=sent.on), codes_of(request.viewer.school))
